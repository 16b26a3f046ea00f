import Glibc
import TestSupport
import Testing

@Suite(.enabled(if: PeerProgram.isUsable("python3", requiredAs: "python"), "python3 is not installed"))
struct ServiceTests {
  /// The service manager's end of `NOTIFY_SOCKET`.
  private struct Manager {
    let path: String
    let listener: ChildProcess

    init(in folder: TemporaryDirectory) async throws {
      path = folder.file("notify.sock")
      listener = try ChildProcess("python3", ["\(Repository.root)/Tests/Peers/notify_listen.py", path])
      _ = try await listener.standardOutput.line(containing: "listening")
    }

    /// What came, pings and status lines left out.
    var states: [String] {
      listener.standardOutput.lines.dropFirst().compactMap { line in
        line.hasPrefix("STATUS=") || line.hasPrefix("WATCHDOG=")
          ? nil : line.split(separator: " ").first.map(String.init)
      }
    }
  }

  @Test func `systemd hears of every step, and its watchdog is pinged`() async throws {
    let manager = try await Manager(in: TemporaryDirectory())
    let environment = ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "400000"]
    let daemon = try await RunningDaemon(environment: environment)
    _ = try await manager.listener.standardOutput.line(containing: "WATCHDOG=1")
    #expect(manager.states == ["READY=1"])
    daemon.process.signal(SIGHUP)
    try await eventually("the reload") { manager.states.count == 3 }
    #expect(manager.listener.standardOutput.lines.contains { $0.hasPrefix("RELOADING=1 MONOTONIC_USEC=") })
    #expect(try await daemon.terminate() == 0)
    #expect(manager.states == ["READY=1", "RELOADING=1", "READY=1", "STOPPING=1"])
  }

  @Test(
    .enabled(
      if: PeerProgram.isUsable("systemd-socket-activate", requiredAs: "systemd"), "systemd is not installed"))
  func `a server that is reached only through a socket of systemd is alive to the watchdog`() async throws {
    let folder = try TemporaryDirectory()
    let manager = try await Manager(in: folder)
    let socket = folder.file("http.sock")
    let launcher = try ChildProcess(
      "systemd-socket-activate",
      [
        "-l", socket, "-E", "NOTIFY_SOCKET=\(manager.path)", "-E", "WATCHDOG_USEC=400000",
        RunningDaemon.executable,
        "run", "--web.systemd-socket",
      ])
    try await eventually("an answer through the socket") {
      let page = try await Command(
        "curl", ["-sS", "--max-time", "30", "--unix-socket", socket, "http://localhost/-/healthy"])
      return page.output.contains("healthy")
    }
    _ = try await manager.listener.standardOutput.line(containing: "WATCHDOG=1")
    launcher.signal(SIGTERM)
    #expect(try await launcher.wait() == 0)
  }

  @Test func `a log whose reader is gone stops nothing`() async throws {
    let folder = try TemporaryDirectory()
    let ready = folder.file("ready")
    // The pipe's reader ends with the first line; SIGHUP then makes the daemon write to nobody.
    let script = """
      \(RunningDaemon.executable) run --web.listen-address 127.0.0.1:0 2>&1 >/dev/null | head -n 1 >"$1" &
      wait
      """
    let shell = try ChildProcess("sh", ["-c", script, "sh", ready])
    try await eventually("the first line") {
      ((try? Files.bytes(of: ready)) ?? []).contains(UInt8(ascii: "\n"))
    }
    let line = String(decoding: try Files.bytes(of: ready), as: UTF8.self)
    let address = try #require(line.split(separator: "addresses=").last?.split(separator: "\n").first)
    for _ in 0..<2 {
      _ = try await Command("curl", "-sS", "--max-time", "30", "-X", "POST", "http://\(address)/-/reload")
    }
    let page = try await Command("curl", "-sS", "--max-time", "30", "http://\(address)/-/healthy")
    #expect(page.output.contains("healthy"))
    shell.signal(SIGTERM)
    _ = try await shell.wait()
  }

  @Test func `a failing collector is told in the log once`() async throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write(
      Array("path: {procfs: /nonexistent}\ncollectors: {watcher: {interval: 1s}}\n".utf8),
      to: "brokerwatch.yaml")
    let daemon = try await RunningDaemon(["--config.file", file])
    let line = try await daemon.process.standardError.line(containing: "/nonexistent/self/stat")
    #expect(line.contains("collector fails"))
    try await eventually("a second failure") {
      let errors = #"brokerwatch_collector_errors_total{collector="watcher",reason="unreadable"}"#
      return try await daemon.sample(errors).flatMap { Int($0) } ?? 0 > 1
    }
    #expect(
      daemon.process.standardError.lines.count { $0.contains("collector fails") && $0.contains("/self/stat") }
        == 1)
  }
}
