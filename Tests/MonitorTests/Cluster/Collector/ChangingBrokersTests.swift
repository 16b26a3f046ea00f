import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// Brokers that are not what they were, or not what was looked for.
@Suite(.timeLimit(.minutes(2))) struct ChangingBrokersTests {
  @Test func `a controller among the places to look does not stand for the cluster`() async throws {
    var cluster = Trio.cluster()
    cluster.addController(9)
    try await CollectorWorld.with(cluster) { world throws in
      let places = [try world.candidate(9), try world.candidate(1)]
      var settings = world.settings
      settings.candidates = { places }
      try await world.watching(settings) { watcher throws in
        for _ in 1...3 {
          let section = try await watcher.cycle()
          #expect(section.reading.topics.last?.name == "orders")
          #expect(section.reading.brokers.count { $0.answers == true } == 3)
        }
      }
    }
  }

  @Test func `a broker that knows of nobody yet says nothing of the cluster`() async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        world.simulation.change { cluster in
          for node in cluster.nodes.indices { cluster.nodes[node].isFenced = true }
        }
        await #expect(throws: CollectorError.self) { try await watcher.cycle() }
        world.simulation.change { cluster in
          for node in cluster.nodes.indices { cluster.nodes[node].isFenced = false }
          cluster.append(7, to: "orders", 0)
        }
        let section = try await watcher.cycle()
        let orders = section.verdict.messagesIn.filter {
          section.reading.topics[$0.topic].name == "orders" && $0.broker == 1
        }
        // The counters go on where they were.
        #expect(orders.map(\.records) == [7])
      }
    }
  }

  @Test func `a cluster that leaves ZooKeeper is one of KRaft as soon as a broker says so`() async throws {
    var cluster = SimulatedCluster(brokers: 1, versions: .kafka3_9ZooKeeper)
    (cluster.quorum, cluster.features) = (nil, [:])
    cluster.addTopic("orders", partitions: 1)
    try await CollectorWorld.with(cluster) { world throws in
      try await world.watching { watcher throws in
        #expect(try await watcher.cycle().reading.identity.kind == .zookeeper)
        world.simulation.change { $0.stop(1) }
        await #expect(throws: CollectorError.self) { try await watcher.patientCycle() }
        world.simulation.change { cluster in
          cluster[node: 1]?.versions = .kafka3_9
          cluster.features = ["metadata.version": 21]
          cluster.start(1)
        }
        #expect(try await watcher.patientCycle().reading.identity.kind == .kraft)
      }
    }
  }
}
