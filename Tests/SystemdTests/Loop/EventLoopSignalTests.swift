import Glibc
import Systemd
import TestSupport
import Testing

@Suite struct EventLoopSignalTests {
  @Test func `signals come as a stream, and many of one kind hide none of another`() async throws {
    let process = try ChildProcess(Probe.path, ["signals"])
    try await eventually("the signals are blocked") { process.standardOutput.lines.last == "blocked" }
    for _ in 0..<100 { process.signal(SIGHUP) }
    process.signal(SIGTERM)
    process.write("go\n")
    #expect(try await process.wait() == 0)
    #expect(process.standardOutput.lines.suffix(3) == ["blocked", "signal 1", "signal 15"])
  }

  @Test func `a signal that comes while nobody else does is handed out too`() async throws {
    let process = try ChildProcess(Probe.path, ["signals"])
    process.write("go\n")
    try await eventually("the signals are blocked") { process.standardOutput.lines.last == "blocked" }
    for _ in 0..<3 {
      let count = process.standardOutput.lines.count
      process.signal(SIGHUP)
      try await eventually("the signal is handed out") { process.standardOutput.lines.count == count + 1 }
    }
    process.signal(SIGTERM)
    #expect(try await process.wait() == 0)
    #expect(process.standardOutput.lines.suffix(4) == ["signal 1", "signal 1", "signal 1", "signal 15"])
  }

  @Test func `a signal that is not blocked is refused, since the kernel would end the process`() async throws
  {
    let process = try ChildProcess(Probe.path, ["signals"])
    try await eventually("the signals are blocked") { process.standardOutput.lines.last == "blocked" }
    #expect(
      process.standardOutput.lines.first
        == "Cannot receive signals: signal 10 is not blocked. Call EventLoop.block first thing in main, before there is a second thread."
    )
  }

  @Test func `the stream ends with the loop`() async throws {
    try EventLoop.block([.user2])
    let loop = try EventLoop(name: "test")
    let signals = try loop.signals([.user2])
    async let received = signals.reduce(into: 0) { count, _ in count += 1 }
    loop.stop()
    #expect(await received == 0)
  }

  @Test func `the stream ends with its task`() async throws {
    try EventLoop.block([.user2])
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let signals = try loop.signals([.user2])
    await withTaskGroup { group in
      group.addTask { for await _ in signals {} }
      group.cancelAll()
    }
  }
}
