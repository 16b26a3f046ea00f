import TestSupport
import Testing

/// What becomes of a real dockerd and of its socket.
@Suite(
  .serialized, .enabled(if: DockerBed.canRun, "dockerd is not installed, or this is not root"),
  .timeLimit(.minutes(5)))
struct EngineOutageTests {
  @Test func `a restarted engine is found again, with what happened meanwhile`() async throws {
    let docker = try await DockerBed()
    try await docker.run("stays", ["--restart", "always"])
    try await docker.run("ends")
    let daemon = try await docker.watch(", list_interval: 1h")
    try await daemon.page { $0.samples(of: "broker_container_up").count == 2 }
    try await docker.bed.order("stop")
    let down = try await daemon.page { $0.containersSucceed == 0 }
    let errors = down.values(
      of: "brokerwatch_collector_errors_total", ["collector": "containers", "reason": "unreachable"])
    #expect(errors.first.map { $0 >= 1 } == true)
    try await docker.bed.order("start")
    let up = try await daemon.page {
      $0.containersSucceed == 1 && $0.container("up", "stays") == 1 && $0.container("up", "ends") == 0
    }
    #expect(up.container("restarts_total", "stays") == 1)
    #expect(up.container("exit_code", "ends") == 137)
    // It listens again, too.
    try await docker.docker("start", "ends")
    try await daemon.page { $0.container("up", "ends") == 1 }
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `a socket that is gone and comes back`() async throws {
    let docker = try await DockerBed()
    try await docker.bed.order("hide")
    let daemon = try await docker.watch()
    let hidden = try await daemon.page { $0.containersSucceed == 0 }
    #expect(hidden.samples(of: "broker_container_events_total").isEmpty)
    let complaint = try await daemon.process.standardError.line(containing: "collector fails")
    #expect(complaint.contains("docker.sock"))
    try await docker.bed.order("show")
    try await docker.run("one")
    try await daemon.page { $0.containersSucceed == 1 && $0.container("up", "one") == 1 }
    #expect(try await daemon.terminate() == 0)
  }

  /// Root without the right to override permissions is as good as a user outside the group.
  @Test func `a socket that is not for us is named with what to do, and used as soon as it may be`()
    async throws
  {
    let docker = try await DockerBed()
    try await docker.bed.order("lock")
    let powers = "-dac_override,-dac_read_search,-chown,-fowner,-setuid,-sys_admin"
    let daemon = try await docker.watch(launcher: ["setpriv", "--bounding-set", powers, "--inh-caps", powers])
    let locked = try await daemon.page { $0.containersSucceed == 0 }
    #expect(
      locked.value(
        of: "brokerwatch_collector_errors_total", ["collector": "containers", "reason": "refused"]
      )
      .map { $0 >= 1 } == true)
    let complaint = try await daemon.process.standardError.line(containing: "collector fails")
    #expect(complaint.contains("'root'") && complaint.contains("'docker'"))
    #expect(complaint.contains("collectors.containers.address"))
    try await docker.bed.order("unlock")
    try await daemon.page { $0.containersSucceed == 1 }
    #expect(try await daemon.terminate() == 0)
  }

  @Test(.enabled(if: PeerScript.isRunnable, "openssl is not installed"))
  func `an engine behind TCP, and behind TLS that wants a certificate`() async throws {
    let docker = try await DockerBed()
    try await docker.run("one")
    let daemon = try await docker.watch(address: "tcp://\(docker.bed.facts["tcp"] ?? "")")
    try await daemon.page { $0.container("up", "one") == 1 }
    try await docker.docker("kill", "one")
    try await daemon.page { $0.container("exit_code", "one") == 137 }

    let files = try await CertificateFiles()
    let secured = try await DockerBed([
      "--tls", files.certificate("server"), files.key("server"), files.authority,
    ])
    try await secured.run("two")
    let identity = "cert_file: \(files.certificate("client")), key_file: \(files.key("client"))"
    let address = "tcp://\(secured.bed.facts["tcp"] ?? "")"
    let known = try await secured.watch(
      ", tls: {ca_file: \(files.authority), \(identity)}", address: address)
    try await known.page { $0.container("up", "two") == 1 }
    let stranger = try await secured.watch(", tls: {ca_file: \(files.authority)}", address: address)
    try await stranger.page { $0.containersSucceed == 0 }
  }
}
