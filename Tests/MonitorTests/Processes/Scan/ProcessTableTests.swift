import Model
import Testing

@testable import Monitor

@Suite struct ProcessTableTests {
  private static let tick = Duration.seconds(10)

  private static func look(_ pid: Int32, startTicks: UInt64 = 1, _ command: String = "sh") -> ProcessLook {
    var stat = ProcessStat(
      userTicks: 0, systemTicks: 0, threads: 1, startTicks: startTicks, virtualBytes: 0, residentPages: 0)
    stat.command = command
    return ProcessLook(stat, pid: pid, commandLine: Array(command.utf8))
  }

  /// A table of processes that have all run for long.
  private static func table(_ pids: ClosedRange<Int32>) -> ProcessTable {
    var table = ProcessTable()
    _ = table.attend(to: Array(pids), at: .seconds(1000), every: tick)
    for pid in pids { table.note(look(pid), nil, seenFirst: .seconds(0)) }
    return table
  }

  @Test func `new processes are looked at, closely`() {
    var table = ProcessTable()
    let plan = table.attend(to: [1, 5], at: .seconds(1), every: Self.tick)
    #expect(plan.map(\.pid) == [1, 5])
    #expect(plan.allSatisfy { $0.attention == .close })
  }

  @Test func `young processes are looked at closely at every tick, until they are two minutes old`() {
    var table = Self.table(1...1)
    table.note(Self.look(2), nil, seenFirst: .seconds(1000))
    for seconds in [1010, 1060, 1119] {
      let plan = table.attend(to: [1, 2], at: .seconds(seconds), every: Self.tick)
      #expect(plan.contains { $0 == (2, .close) })
    }
    let plan = table.attend(to: [1, 2], at: .seconds(1120), every: Self.tick)
    #expect(!plan.contains { $0 == (2, .close) })
  }

  @Test func `with short intervals a young process is looked at once in ten seconds`() {
    var table = ProcessTable()
    for pid in Int32(1)...100 { table.note(Self.look(pid), nil, seenFirst: .seconds(1000)) }
    var looks: [Int32: Int] = [:]
    for second in 0..<10 {
      let plan = table.attend(to: Array(1...100), at: .seconds(1000 + second), every: .seconds(1))
      #expect(plan.count == 10)
      for (pid, _) in plan { looks[pid, default: 0] += 1 }
    }
    #expect(looks.count == 100)
  }

  @Test func `every old process is looked at once a minute, and a sixth of them at each tick`() {
    let pids = Array(Int32(1)...500)
    var table = Self.table(1...500)
    var looks: [Int32: Int] = [:]
    for _ in 0..<6 {
      let plan = table.attend(to: pids, at: .seconds(2000), every: Self.tick)
      #expect(plan.count == 84)
      #expect(plan.allSatisfy { $0.attention == .brief })
      for (pid, _) in plan { looks[pid, default: 0] += 1 }
    }
    #expect(looks.count == 500)
    #expect(looks.values.allSatisfy { $0 <= 2 })
  }

  @Test func `with an interval of a minute and more all are looked at each time`() {
    var table = Self.table(1...7)
    #expect(table.attend(to: Array(1...7), at: .seconds(2000), every: .seconds(90)).count == 7)
  }

  @Test func `what is watched is looked at at every tick, however old`() {
    var table = Self.table(1...400)
    table.note(Self.look(200), BrokerProcess.made("b", pid: 200), seenFirst: .seconds(0))
    for _ in 0..<3 {
      let plan = table.attend(to: Array(1...400), at: .seconds(5000), every: Self.tick)
      #expect(plan.contains { $0 == (200, .close) })
    }
    #expect(table.watched.map(\.identity.pid) == [200])
  }

  @Test func `processes that are gone are forgotten`() {
    var table = Self.table(1...3)
    _ = table.attend(to: [2], at: .seconds(2000), every: Self.tick)
    #expect(Array(table.rows.keys) == [2])
  }

  @Test func `another start, another program and other arguments are news`() {
    let table = Self.table(1...1)
    #expect(!table.isNews(Self.look(1)))
    #expect(table.isNews(Self.look(1, startTicks: 2)))
    #expect(table.isNews(Self.look(1, "java")))
    #expect(table.isNews(Self.look(9)))
    var brief = Self.look(1)
    brief.arguments = nil
    #expect(!table.isNews(brief))
    var other = Self.look(1)
    other.arguments = [UInt8](repeating: 7, count: 3).hashValue
    #expect(table.isNews(other))
  }
}
