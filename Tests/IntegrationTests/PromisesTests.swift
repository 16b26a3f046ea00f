import Glibc
import TestSupport
import Testing

@Suite(.enabled(if: PeerProgram.isUsable("curl", requiredAs: "curl"), "curl is not installed"))
struct PromisesTests {
  @Test func `a check reads the web configuration too`() async throws {
    let arguments = ["config", "check", "--web.config.file=/nonexistent.yml"]
    let checked = try await Command(RunningDaemon.executable, arguments)
    #expect(checked.status == 1 && checked.errors.contains("/nonexistent.yml"))
  }

  @Test func `a telemetry path that is taken is refused`() async throws {
    let started = try await Command(RunningDaemon.executable, ["run", "--web.telemetry-path=/-/healthy"])
    #expect(started.status == 64 && started.errors.contains("path of its own"))
  }

  @Test func `standard output that cannot be written is an error`() async throws {
    let script = "\(RunningDaemon.executable) metrics > /dev/full"
    #expect(try await Command("sh", "-c", script).status == 1)
  }

  @Test func `a reload names what needs a restart, every time`() async throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write(Array("log: {level: info}\n".utf8), to: "brokerwatch.yaml")
    let daemon = try await RunningDaemon(["--config.file", file])
    _ = try folder.write(Array("web: {systemd_socket: true}\n".utf8), to: "brokerwatch.yaml")
    for _ in 0..<2 {
      #expect(
        try await daemon.get("/-/reload", "-X", "POST").contains("restart is needed for web.systemd_socket"))
    }
  }

  @Test func `stale_after decides when a reading is stale`() async throws {
    let folder = try TemporaryDirectory()
    let text = "collectors: {watcher: {interval: 1s, stale_after: 1h}}\n"
    let file = try folder.write(Array(text.utf8), to: "brokerwatch.yaml")
    let daemon = try await RunningDaemon(["--config.file", file])
    let stale = #"brokerwatch_collector_stale{collector="watcher"}"#
    try await eventually("the first reading") { try await daemon.sample(stale) == "0" }
    _ = try folder.write(Array(("path: {procfs: /nonexistent}\n" + text).utf8), to: "brokerwatch.yaml")
    daemon.process.signal(SIGHUP)
    let errors = #"brokerwatch_collector_errors_total{collector="watcher",reason="unreadable"}"#
    try await eventually("five failures") { try await daemon.sample(errors).flatMap { Int($0) } ?? 0 >= 5 }
    #expect(try await daemon.sample(stale) == "0")
  }
}
