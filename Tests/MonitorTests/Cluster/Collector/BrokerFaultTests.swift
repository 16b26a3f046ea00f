import Kafka
import Model
import Simulation
import TestSupport
import Testing

@testable import Monitor

/// One broker of three does not do what it should.
@Suite(.timeLimit(.minutes(2))) struct BrokerFaultTests {
  static let faults: [Fault] = [
    .refuse, .stall, .close, .closeMidFrame, .wrongCorrelationID, .giantLength, .truncatedMessage,
    .trailingBytes,
  ]

  @Test(arguments: faults)
  func `trap 17: others stay fresh, its own go stale and then away, and it is back within one cycle`(
    fault: Fault
  ) async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        let first = try await watcher.cycle().readAt.uptime
        world.simulation.setFault(fault, broker: 2)
        // Three cycles make up `staleAfter`.
        for number in 1...4 {
          world.simulation.change { $0.goOn() }
          let section = try await watcher.patientCycle()
          #expect(world.time.now().uptime < first + watcher.settings.interval * (number + 1))
          let kept = number <= 3
          let (end, old) = (Int64(100 + 10 * number), kept ? Int64(100) : nil)
          #expect(section.ends(of: "orders") == [end, old, end, end, old, end])
          #expect(section.reading.brokers.map(\.answers) == [true, false, true])
          #expect(section.verdict.unavailable == 4)
          let committed = [Int64](repeating: Int64(100 + 5 * number), count: 6)
          #expect(section.offsets(of: "group-1") == committed)
          #expect(section.offsets(of: "group-3") == committed)
          #expect(section.offsets(of: "group-2") == (kept ? [Int64](repeating: 100, count: 6) : nil))
          #expect(section.group("group-2")?.members == nil)
          #expect(section.unreadCount("groups") == 1)
        }
        world.simulation.setFault(nil, broker: 2)
        let section = try await watcher.patientCycle()
        #expect(section.ends(of: "orders") == [Int64?](repeating: 140, count: 6))
        #expect(section.reading.brokers.map(\.answers) == [true, true, true])
        #expect(section.offsets(of: "group-2") == [Int64](repeating: 120, count: 6))
        #expect(section.group("group-2")?.members?.count == 1)
        #expect(section.verdict.unavailable == 0)
        #expect(section.unreadCount("groups") == 0)
      }
    }
  }

  @Test
  func `a broker that does not answer once is asked nothing more in that cycle, which is no longer for it`()
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        let first = try await watcher.cycle().readAt.uptime
        world.simulation.setFault(.stall, broker: 2)
        let before = world.simulation.requests(broker: 2)
        let section = try await watcher.patientCycle()
        // The list of groups, and what has its turn on the slow connection.
        #expect(world.simulation.requests(broker: 2) - before <= 2)
        #expect(world.simulation.requests(broker: 2, api: .listOffsets) == 3)
        #expect(section.readAt.uptime - first < watcher.settings.interval + .seconds(4))
        #expect(section.unreadCount("log_ends", "no_connection") == 1)
      }
    }
  }

  @Test func `a broker that drips is waited for, and all its numbers are fresh`() async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      world.simulation.setFault(.drip, broker: 2)
      try await world.watching { watcher throws in
        let section = try await watcher.cycle()
        #expect(section.ends(of: "orders") == [Int64?](repeating: 100, count: 6))
        #expect(section.reading.brokers.map(\.answers) == [true, true, true])
        #expect(section.offsets(of: "group-2")?.count == 6)
        #expect(section.unread.isEmpty)
      }
    }
  }

  @Test(arguments: [Fault.refuse, .stall, .closeMidFrame])
  func `when the broker that is asked for metadata fails, another is asked in the same cycle`(fault: Fault)
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        world.simulation.setFault(fault, broker: 1)
        world.simulation.change { $0.goOn() }
        let section = try await watcher.patientCycle()
        #expect(section.ends(of: "orders") == [100, 110, 110, 100, 110, 110])
        #expect(section.reading.brokers.map(\.answers) == [false, true, true])
        // The quorum is asked at the broker that answered.
        #expect(section.verdict.isFrozen == false)
      }
    }
  }

  @Test(arguments: [Fault.refuse, .stall, .wrongCorrelationID])
  func `with the first seed down, the second leads to the cluster`(fault: Fault) async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      world.simulation.setFault(fault, broker: 1)
      var settings = world.settings
      settings.candidates = { world.candidates }
      try await world.watching(settings) { watcher throws in
        let section = try await watcher.patientCycle()
        #expect(section.ends(of: "orders") == [nil, 100, 100, nil, 100, 100])
        #expect(section.reading.brokers.map(\.answers) == [false, true, true])
      }
    }
  }

  @Test
  func `trap 30: without any broker a cycle fails with a reason, and the first one that starts is found`()
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      for broker in Int32(1)...3 { world.simulation.setFault(.refuse, broker: broker) }
      try await world.watching { watcher throws in
        let error = await #expect(throws: CollectorError.self) { try await watcher.patientCycle() }
        #expect(error?.reason == .unreachable)
        #expect(await !watcher.watch.wasFound)
        for broker in Int32(1)...3 { world.simulation.setFault(nil, broker: broker) }
        let section = try await watcher.cycle()
        #expect(section.reading.brokers.map(\.answers) == [true, true, true])
        // Everything was read at once, as in any first cycle.
        #expect(section.reading.topics.allSatisfy { $0.settings != nil })
        #expect(section.reading.logDirs?.count == 3)
      }
    }
  }

  @Test func `trap 29: with the whole cluster gone the last section ages, and then only says who is away`()
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        let last = try await watcher.cycle()
        for broker in Int32(1)...3 { world.simulation.setFault(.refuse, broker: broker) }
        var aged: [Bool] = []
        for _ in 1...5 {
          await #expect(throws: CollectorError.self) { try await watcher.patientCycle() }
          let outage = try #require(await watcher.watch.outage())
          #expect(outage.reading.brokers.map(\.answers) == [false, false, false])
          #expect(outage.isFresh(at: world.time.now()))
          let isAged = last.isFresh(at: world.time.now())
          #expect(outage.readAt == last.readAt || !isAged)
          #expect(outage.reading.topics.isEmpty != isAged)
          aged.append(isAged)
        }
        #expect(aged.contains(true) && aged.contains(false))
      }
    }
  }

  @Test func `a bootstrap address that no broker advertises leads to the whole cluster in the first cycle`()
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      var settings = world.settings
      let port = try #require(world.simulation.port(of: 1))
      settings.candidates = { [BrokerCandidate(host: "localhost", port: port, source: .configured)] }
      try await world.watching(settings) { watcher throws in
        let section = try await watcher.cycle()
        #expect(section.ends(of: "orders") == [Int64?](repeating: 100, count: 6))
        #expect(section.reading.topics.allSatisfy { $0.settings != nil })
        #expect(section.reading.logDirs?.count == 3)
        #expect(section.reading.quorum != nil)
        #expect(section.verdict.expectedBrokers?.source == .registered)
      }
    }
  }
}
