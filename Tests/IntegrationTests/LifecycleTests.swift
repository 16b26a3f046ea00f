import Glibc
import TestSupport
import Testing

@Suite(.enabled(if: PeerProgram.isUsable("curl", requiredAs: "curl"), "curl is not installed"))
struct LifecycleTests {
  @Test func `without any configuration it serves its own numbers and says what it does not watch`()
    async throws
  {
    let daemon = try await RunningDaemon()
    try await eventually("the first reading") { try await daemon.sample("brokerwatch_up") == "1" }
    #expect(try await daemon.sample(#"brokerwatch_collector_success{collector="watcher"}"#) == "1")
    let page = try await daemon.get("/")
    #expect(page.contains("watching") && page.contains("Not watched yet"))
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `SIGTERM closes the listening socket, finishes the scrape under way and exits with 0`()
    async throws
  {
    let daemon = try await RunningDaemon()
    let client = try ChildProcess(
      "python3",
      ["\(Repository.root)/Tests/Peers/drain_pipelined.py", daemon.port, "/metrics", "150"])
    _ = try await client.standardOutput.line(containing: "waiting")
    daemon.process.signal(SIGTERM)
    _ = try await daemon.process.standardError.line(containing: "msg=stopping")
    client.write("\n")
    #expect(try await daemon.process.wait() == 0)
    let whole = Int(try await client.standardOutput.text().split(separator: "\n").last ?? "") ?? 0
    #expect(whole > 0)
    let status = try await client.wait()
    let complaint = try await client.standardError.text()
    #expect(status == 0, "\(complaint)")
    let refused = try await Command("curl", ["-sS", "--max-time", "5", daemon.url()])
    #expect(refused.status == 7)
    #expect(try await daemon.process.standardError.text().contains("msg=stopped"))
  }

  @Test func `SIGHUP with a broken file keeps the old settings, says so once, and shows 0`() async throws {
    let folder = try TemporaryDirectory()
    let file = folder.file("brokerwatch.yaml")
    try Files.write(Array("log: {level: info}\n".utf8), to: file)
    let daemon = try await RunningDaemon(["--config.file", file])
    let success = #"brokerwatch_config_last_reload_success{file="main"}"#
    try await eventually("the first reading") { try await daemon.sample(success) == "1" }

    try Files.write(Array("log: {level: info}\ncollectors:\n  watcher:\n    intervall: 5s\n".utf8), to: file)
    daemon.process.signal(SIGHUP)
    try await eventually("the broken file") { try await daemon.sample(success) == "0" }
    let complaints = daemon.process.standardError.lines.filter { $0.contains("rejected") }
    #expect(complaints.count == 1)
    #expect(
      complaints.first?.contains(
        "\(file):4:5: unknown key 'intervall' in collectors.watcher; did you mean 'interval'?") == true)

    try Files.write(Array("log: {level: debug, format: json}\n".utf8), to: file)
    let answer = try await daemon.get("/-/reload", "-X", "POST")
    #expect(answer.contains("in force"))
    #expect(try await daemon.sample(success) == "1")
    #expect(daemon.process.standardError.lines.last?.hasPrefix("{\"ts\":") == true)
  }

  @Test func `a reload switches a collector off, and its series go`() async throws {
    let folder = try TemporaryDirectory()
    let file = folder.file("brokerwatch.yaml")
    try Files.write(Array("collectors: {watcher: {interval: 1s}}\n".utf8), to: file)
    let daemon = try await RunningDaemon(["--config.file", file])
    try await eventually("the first reading") { try await daemon.sample("brokerwatch_up") == "1" }
    try Files.write(Array("collectors: {watcher: {interval: 1s, enabled: false}}\n".utf8), to: file)
    daemon.process.signal(SIGHUP)
    try await eventually("its end") { try await daemon.sample("brokerwatch_up") == nil }
    #expect(try await daemon.get("/").contains("switched off"))
  }

  @Test func `a port that is taken is named with its reason`() async throws {
    let first = try await RunningDaemon()
    let second = try await Command(
      RunningDaemon.executable, ["--web.listen-address", "127.0.0.1:\(first.port)"])
    #expect(second.status == 1)
    #expect(second.errors.contains("127.0.0.1:\(first.port)") && second.errors.contains("in use"))
  }

  @Test(
    .enabled(
      if: PeerProgram.isUsable("systemd-socket-activate", requiredAs: "systemd"), "systemd is not installed"))
  func `a socket from systemd is used`() async throws {
    let folder = try TemporaryDirectory()
    let socket = folder.file("http.sock")
    let launcher = try ChildProcess(
      "systemd-socket-activate", ["-l", socket, RunningDaemon.executable, "run", "--web.systemd-socket"])
    try await eventually("an answer through the socket") {
      let page = try await Command(
        "curl", ["-sS", "--max-time", "30", "--unix-socket", socket, "http://localhost/-/healthy"])
      return page.output.contains("healthy")
    }
    launcher.signal(SIGTERM)
    #expect(try await launcher.wait() == 0)
  }
}
