import Kafka
import Model
import Simulation
import TestSupport
import Testing

/// What time does to a cluster.
@Suite(.timeLimit(.minutes(2))) struct WorkloadTests {
  private static let start: Int64 = 1_700_000_000_000

  @Test func `logs grow and commits follow as fast as they are told`() async throws {
    var cluster = SimulatedCluster(brokers: 1)
    cluster.addTopic("orders", partitions: 1)
    cluster.produce(100, to: "orders")
    cluster.addGroup("slow", reading: "orders", consumeRate: 40)
    cluster.addGroup("crawling", reading: "orders", consumeRate: 2)
    cluster.addGroup("quick", reading: "orders", consumeRate: 1000)
    let time = ManualTime()
    try await SimulatedWorld.with(cluster, time: time) { world throws in
      time.advance(by: .seconds(10))
      #expect(try await world.end(of: "orders") == 1000)
      #expect(try await world.committed(by: "slow") == 400)
      #expect(try await world.committed(by: "quick") == 1000)
      // However often somebody looks, no part of a record is lost.
      for _ in 0..<12 {
        time.advance(by: .milliseconds(125))
        _ = try await world.end(of: "orders")
      }
      #expect(try await world.end(of: "orders") == 1150)
      #expect(try await world.committed(by: "crawling") == 23)
    }
  }

  @Test func `records are found by their time`() async throws {
    var cluster = SimulatedCluster(brokers: 1)
    cluster.addTopic("orders", partitions: 1)
    cluster.produce(10, to: "orders")
    let time = ManualTime()
    try await SimulatedWorld.with(cluster, time: time) { world throws in
      for _ in 0..<20 {
        time.advance(by: .milliseconds(500))
        _ = try await world.end(of: "orders")
      }
      // Record i is written at 0.1 s × (i + 1).
      #expect(try await world.offset(of: "orders", at: Self.start) == 0)
      #expect(try await world.offset(of: "orders", at: Self.start + 5000) == 49)
      #expect(try await world.offset(of: "orders", at: Self.start + 5001) == 50)
      #expect(try await world.offset(of: "orders", at: Self.start + 10_000) == 99)
      #expect(try await world.offset(of: "orders", at: Self.start + 10_001) == nil)
    }
  }

  @Test func `retention drops what is older`() async throws {
    var cluster = SimulatedCluster(brokers: 1)
    cluster.addTopic("orders", partitions: 1, configs: ["retention.ms": "4000"])
    cluster.produce(10, to: "orders")
    let time = ManualTime()
    try await SimulatedWorld.with(cluster, time: time) { world throws in
      time.advance(by: .seconds(10))
      // What is left was written at 6 s or later.
      #expect(try await world.offset(of: "orders", at: -2) == 59)
      #expect(try await world.end(of: "orders") == 100)
    }
  }

  @Test func `an open transaction holds the last stable offset back`() async throws {
    var cluster = SimulatedCluster(brokers: 1)
    cluster.addTopic("orders", partitions: 1)
    cluster.append(50, to: "orders", 0)
    cluster["orders", 0]?.log.openTransaction = 20
    try await SimulatedWorld.with(cluster) { world throws in
      #expect(try await world.end(of: "orders") == 50)
      #expect(try await world.offset(of: "orders", at: -1, isolation: 1) == 20)
    }
  }
}

extension SimulatedWorld {
  /// Of partition 0 of the group's only topic.
  func committed(by group: String) async throws -> Int64? {
    let request = OffsetFetchRequest { $0.groups = [.init { $0.groupID = group }] }
    return try await ask(1, request).groups.first?.topics.first?.partitions.first?.committedOffset
  }
}
