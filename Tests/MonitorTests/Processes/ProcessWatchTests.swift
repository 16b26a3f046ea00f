import Glibc
import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct ProcessWatchTests {
  private let fixture: ProcfsFixture
  private let watch: ProcessWatch

  init() throws {
    fixture = try ProcfsFixture()
    watch = .over(fixture)
  }

  private func broker(
    _ pid: Int32, startTicks: UInt64 = 100, cpu: Int = 0, name: String = "a"
  ) -> ProcfsFixture.Process {
    var process = ProcfsFixture.Process(pid: pid, startTicks: startTicks)
    process.arguments = ["java", "kafka.Kafka", name]
    process.userTicks = cpu
    return process
  }

  @Test func `a broker among others is found, and nobody else`() async throws {
    var shell = ProcfsFixture.Process(pid: 5)
    (shell.command, shell.arguments) = ("sh", ["sh", "-c", "echo kafka.Kafka"])
    var thread = ProcfsFixture.Process(pid: 2)
    (thread.command, thread.arguments) = ("kthreadd", [])
    for process in [shell, thread, broker(10)] { try fixture.put(process) }
    let readings = try await watch.read(at: 1000)
    #expect(readings.map(\.name) == ["a"])
    #expect(readings.first?.pid == 10)
    #expect(await watch.visibleCount == 3)
  }

  @Test func `a kill, the time without and a new start are seen, and no counter falls`() async throws {
    try fixture.put(broker(10, cpu: 500))
    _ = try await watch.read(at: 1000)
    try fixture.remove("10")
    let gone = try #require(try await watch.read(at: 1010).first)
    #expect(!gone.isUp)
    try fixture.put(broker(44, startTicks: 101_500, cpu: 20))
    let again = try #require(try await watch.read(at: 1020).first)
    #expect(again.isUp)
    #expect(again.restarts == 1)
    #expect(again.counters[.cpuTime] == 5_200_000_000)
    #expect(again.startTime == Timestamp(seconds: 1_700_001_015))
  }

  @Test func `a pid that is given out again is another process`() async throws {
    try fixture.put(broker(10, startTicks: 100, cpu: 500))
    _ = try await watch.read(at: 1000)
    try fixture.put(broker(10, startTicks: 100_900, cpu: 1))
    let reading = try #require(try await watch.read(at: 1010).first)
    #expect(reading.restarts == 1)
    #expect(reading.counters[.cpuTime] == 5_010_000_000)
    var other = ProcfsFixture.Process(pid: 10, startTicks: 101_900)
    (other.command, other.arguments) = ("vi", ["vi", "server.properties"])
    try fixture.put(other)
    let gone = try #require(try await watch.read(at: 1020).first)
    #expect(!gone.isUp)
  }

  @Test func `a script that becomes the broker is found at the next tick, with the same pid and start`()
    async throws
  {
    var script = ProcfsFixture.Process(pid: 10, startTicks: 99_900)
    (script.command, script.arguments) = ("kafka-server-st", ["sh", "kafka-server-start.sh", "a"])
    try fixture.put(script)
    #expect(try await watch.read(at: 1000).isEmpty)
    try fixture.put(broker(10, startTicks: 99_900))
    #expect(try await watch.read(at: 1010).map(\.isUp) == [true])
  }

  @Test func `an old script that becomes the broker is found within a minute`() async throws {
    for pid: Int32 in 1...100 {
      var process = ProcfsFixture.Process(pid: pid)
      (process.command, process.arguments) = ("sleep", ["sleep", "\(pid)"])
      try fixture.put(process)
    }
    #expect(try await watch.read(at: 1000).isEmpty)
    try fixture.put(broker(60))
    var found: Int64?
    for second in stride(from: Int64(1010), through: 1060, by: 10) where found == nil {
      if try await !watch.read(at: second).isEmpty { found = second }
    }
    #expect(found != nil)
  }

  /// With the right to see where arguments lie, and without.
  @Test(arguments: [48, 0])
  func `an old script that becomes something else is watched closely from then on`(
    argumentStart: Int
  ) async throws {
    var process = ProcfsFixture.Process(pid: 10)
    (process.command, process.arguments) = ("sh", ["sh", "start.sh"])
    try fixture.put(process)
    #expect(try await watch.read(at: 1000).isEmpty)
    // Caught in the middle of the exec: the name is new, the arguments are not there yet.
    (process.command, process.arguments, process.argumentStart) = ("java", [], 0)
    try fixture.put(process)
    #expect(try await watch.read(at: 1010).isEmpty)
    var broker = broker(10)
    broker.argumentStart = argumentStart
    try fixture.put(broker)
    #expect(try await watch.read(at: 1020).map(\.isUp) == [true])
  }

  @Test func `a broker that has ended and that its parent has not missed yet is down`() async throws {
    try fixture.put(broker(10))
    _ = try await watch.read(at: 1000)
    var zombie = broker(10)
    zombie.state = "Z"
    try fixture.put(zombie)
    #expect(try await watch.read(at: 1010).map(\.isUp) == [false])
  }

  @Test func `a process that vanishes in the middle has ended, and that is no failure`() async throws {
    try fixture.put(broker(10))
    _ = try await watch.read(at: 1000)
    // Its folder is still listed.
    for file in ["stat", "status", "cmdline"] { try fixture.remove("10/\(file)") }
    #expect(try await watch.read(at: 1010).map(\.isUp) == [false])
  }

  @Test func `what is not there is said part by part, and the rest is read`() async throws {
    try fixture.put(broker(10))
    let reading = try #require(try await watch.read(at: 1000).first)
    #expect(reading.gauges.threads == 1)
    #expect(reading.gauges.residentBytes == 2_097_152)
    #expect(reading.gauges.openDescriptors == nil)
    #expect(reading.unread[.io] == .missing)
    #expect(reading.unread[.descriptors] == .missing)
    #expect(reading.unread[.jvm] == .missing)
    #expect(reading.unread[.status] == nil)
    #expect(reading.unread[.connections] == nil)
  }

  @Test func `more brokers than may be watched are counted`()
    async throws
  {
    for pid in 1...Int32(ProcessWatch.maxWatched + 3) {
      try fixture.put(broker(pid, startTicks: UInt64(pid), name: "b\(pid)"))
    }
    let section = try await watch.read(at: .seconds(1000), peerPorts: [])
    #expect(section.processes.count == ProcessWatch.maxWatched)
    #expect(section.overlooked == 3)
  }

  @Test func `a root that is no procfs is named, with the flag to mend it`() async throws {
    let settings = ProcessCollector.Settings(procfs: Procfs(root: "/nonexistent"), recognise: { _ in nil })
    let watch = ProcessWatch(settings, constants: .current)
    await #expect {
      try await watch.read(at: 1)
    } throws: { error in
      let error = error as? CollectorError
      return error?.reason == .unreadable && error?.description.contains("--path.procfs") == true
    }
  }
}
