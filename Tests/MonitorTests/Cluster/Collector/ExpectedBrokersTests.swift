import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// Brokers that are killed, replaced, or taken out of service.
@Suite(.timeLimit(.minutes(2))) struct ExpectedBrokersTests {
  private static func watching(
    _ body: (Watcher, CollectorWorld) async throws -> Void
  ) async throws {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.addTopic("orders", partitions: 6, replication: 2)
    try await CollectorWorld.with(cluster) { world throws in
      try await world.watching { watcher throws in
        let section = try await watcher.cycle()
        #expect(section.verdict.expectedBrokers?.brokers == [1, 2, 3])
        try await body(watcher, world)
      }
    }
  }

  @Test
  func `trap 15: a killed broker stays expected and does not answer, and is fenced within the same cycle`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.change { $0.stop(3) }
      for _ in 1...30 {
        let section = try await watcher.cycle()
        let broker = try #require(section.broker(3))
        #expect(section.verdict.expectedBrokers?.brokers == [1, 2, 3])
        #expect(section.verdict.liveBrokers == 2)
        #expect(broker.isLive == false)
        #expect(broker.answers == false)
        #expect(broker.isFenced == true)
      }
      world.simulation.change { $0.start(3) }
      let section = try await watcher.cycle()
      #expect(section.broker(3)?.answers == true)
      #expect(section.broker(3)?.isFenced == false)
    }
  }

  @Test func `a broker that is taken out of service is forgotten at once, and a new one expected`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.change { cluster in
        cluster.stop(3)
        cluster[node: 4] = SimulatedNode(4)
      }
      #expect(try await watcher.cycle().verdict.expectedBrokers?.brokers == [1, 2, 3, 4])
      world.simulation.change { cluster in
        cluster[node: 3] = nil
        for topic in cluster.topics.keys {
          for index in cluster.topics[topic]?.partitions.indices ?? 0..<0 {
            let old = cluster.topics[topic]?.partitions[index].replicas ?? []
            cluster.topics[topic]?.partitions[index].replicas = old.map { $0 == 3 ? 4 : $0 }
            cluster.topics[topic]?.partitions[index].inSync = old.map { $0 == 3 ? 4 : $0 }
          }
        }
      }
      let section = try await watcher.cycle()
      #expect(section.verdict.expectedBrokers?.brokers == [1, 2, 4])
      #expect(section.reading.brokers.map(\.id) == [1, 2, 4])
      #expect(section.reading.brokers.map(\.answers) == [true, true, true])
      #expect(section.apiSupport.keys.sorted() == [1, 2, 4])
      #expect(section.probes.keys.sorted() == [1, 2, 4])
    }
  }

  @Test func `a broker that was dead before anybody looked is expected where it is registered`() async throws
  {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.stop(2)
    try await CollectorWorld.with(cluster) { world throws in
      let section = try await world.watching { try await $0.cycle() }
      #expect(section.verdict.expectedBrokers?.brokers == [1, 2, 3])
      #expect(section.broker(2)?.answers == false)
      #expect(section.broker(2)?.host == "127.0.0.1")
    }
  }

  @Test func `without registrations the replica lists say who is expected`() async throws {
    var cluster = SimulatedCluster(brokers: 3, versions: .kafka3_9)
    cluster.addTopic("orders", partitions: 6, replication: 2)
    try await CollectorWorld.with(cluster) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        world.simulation.change { $0.stop(3) }
        let section = try await watcher.cycle()
        #expect(section.verdict.expectedBrokers?.source == .replicas)
        #expect(section.verdict.expectedBrokers?.brokers == [1, 2, 3])
        #expect(section.broker(3)?.answers == false)
      }
    }
  }
}
