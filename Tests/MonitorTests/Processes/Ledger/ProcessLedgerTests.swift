import Model
import Testing

@testable import Monitor

@Suite struct ProcessLedgerTests {
  private static let day = Duration.seconds(86_400)

  private static func sample(
    _ name: String, pid: Int32, startTicks: UInt64, cpu: UInt64 = 1
  ) -> ProcessSample {
    var sample = ProcessSample(.made(name, pid: pid, startTicks: startTicks))
    sample.counters = [.cpuTime: cpu]
    sample.gauges.threads = 9
    return sample
  }

  @Test func `a process that is gone is down, with its counters and without its gauges`() throws {
    var ledger = ProcessLedger()
    _ = ledger.enter(
      [Self.sample("a", pid: 1, startTicks: 1, cpu: 7)], at: .seconds(0), forgetAfter: Self.day)
    let readings = ledger.enter([], at: .seconds(10), forgetAfter: Self.day)
    let reading = try #require(readings.first)
    #expect(!reading.isUp)
    #expect(reading.pid == nil)
    #expect(reading.counters == [.cpuTime: 7])
    #expect(reading.gauges == ProcessGauges())
  }

  @Test func `it is forgotten after the time that was set, and not a moment earlier`() {
    var ledger = ProcessLedger()
    _ = ledger.enter([Self.sample("a", pid: 1, startTicks: 1)], at: .seconds(0), forgetAfter: Self.day)
    #expect(ledger.enter([], at: .seconds(10), forgetAfter: Self.day).count == 1)
    #expect(ledger.enter([], at: .seconds(86_409), forgetAfter: Self.day).count == 1)
    #expect(ledger.enter([], at: .seconds(86_410), forgetAfter: Self.day).isEmpty)
  }

  @Test func `another process under the name is a restart, and no counter falls`() throws {
    var ledger = ProcessLedger()
    _ = ledger.enter(
      [Self.sample("a", pid: 1, startTicks: 1, cpu: 50)], at: .seconds(0), forgetAfter: Self.day)
    _ = ledger.enter([], at: .seconds(10), forgetAfter: Self.day)
    // The same pid, given out again.
    let again = ledger.enter(
      [Self.sample("a", pid: 1, startTicks: 900, cpu: 2)], at: .seconds(20), forgetAfter: Self.day)
    let reading = try #require(again.first)
    #expect(reading.isUp)
    #expect(reading.restarts == 1)
    #expect(reading.counters == [.cpuTime: 52])
    let later = ledger.enter(
      [Self.sample("a", pid: 1, startTicks: 900, cpu: 3)], at: .seconds(30), forgetAfter: Self.day)
    #expect(later.first?.restarts == 1)
  }

  @Test func `two of one name are told apart, and the younger takes over when the older ends`() {
    var ledger = ProcessLedger()
    let old = Self.sample("a", pid: 8, startTicks: 10, cpu: 100)
    let young = Self.sample("a", pid: 3, startTicks: 20, cpu: 1)
    let both = ledger.enter([young, old], at: .seconds(0), forgetAfter: Self.day)
    #expect(both.map(\.name) == ["a", "a#2"])
    #expect(both.map(\.pid) == [8, 3])
    let one = ledger.enter([young], at: .seconds(10), forgetAfter: Self.day)
    #expect(one.map(\.name) == ["a"])
    #expect(one.first?.pid == 3)
    #expect(one.first?.counters == [.cpuTime: 101])
  }

  @Test func `a second start that fails is not said to be down`() {
    var ledger = ProcessLedger()
    let good = Self.sample("a", pid: 8, startTicks: 10)
    _ = ledger.enter(
      [good, Self.sample("a", pid: 9, startTicks: 20)], at: .seconds(0), forgetAfter: Self.day)
    let readings = ledger.enter([good], at: .seconds(10), forgetAfter: Self.day)
    #expect(readings.map(\.name) == ["a"])
    #expect(readings.first?.restarts == 0)
  }

  @Test func `one that is gone is forgotten with its container, if that was seen to be there`() {
    func sample(_ name: String, container: String) -> ProcessSample {
      let broker = BrokerProcess.made(name, startTicks: UInt64(name.utf8.count))
      let facts = ProcessFacts(profile: "test", role: "broker", name: name, container: container)
      return ProcessSample(BrokerProcess(identity: broker.identity, facts: facts))
    }
    var ledger = ProcessLedger()
    let both = [sample("seen", container: "1"), sample("hidden", container: "2")]
    func enter(_ samples: [ProcessSample], at seconds: Int, _ containers: Set<String>?) -> [String] {
      ledger.enter(samples, at: .seconds(seconds), forgetAfter: Self.day, containers: containers).map(\.name)
    }
    #expect(enter(both, at: 0, ["1"]) == ["hidden", "seen"])
    #expect(enter([], at: 10, ["1"]) == ["hidden", "seen"])
    #expect(enter([], at: 20, nil) == ["hidden", "seen"])
    #expect(enter([], at: 30, []) == ["hidden"])
  }

  @Test func `a name that looks like a number behind another is nobody else's`() {
    let samples = [
      Self.sample("a#2", pid: 1, startTicks: 1), Self.sample("a", pid: 2, startTicks: 2),
      Self.sample("a", pid: 3, startTicks: 3),
    ]
    #expect(ProcessLedger.named(samples).map(\.name) == ["a#2", "a", "a#3"])
  }
}
