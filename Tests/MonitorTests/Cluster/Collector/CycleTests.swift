import Kafka
import Model
import Monitor
import Simulation
import Testing

/// What one cycle reads of a cluster in which nothing is wrong.
@Suite(.timeLimit(.minutes(2))) struct CycleTests {
  static func cluster() -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.addTopic("orders", partitions: 6, replication: 2, configs: ["min.insync.replicas": "2"])
    cluster.addTopic("audit", partitions: 3, replication: 3, configs: ["cleanup.policy": "compact,delete"])
    for partition in 0..<6 {
      cluster.append(Int64(100 + partition), to: "orders", PartitionID(rawValue: Int32(partition)))
    }
    return cluster
  }

  @Test func `the first cycle knows brokers, topics, leaders, replicas and offsets`() async throws {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      let section = try await world.watching { try await $0.cycle() }
      let reading = section.reading
      #expect(section.name == "SimulatedClusterAAAAAA")
      #expect(reading.identity.kind == .kraft)
      #expect(reading.brokers.map(\.id) == [1, 2, 3])
      #expect(reading.brokers.map(\.answers) == [true, true, true])
      #expect(reading.topics.map(\.name) == ["__consumer_offsets", "audit", "orders"])
      let orders = try #require(reading.topics.last)
      #expect(orders.partitions.map { reading.partitions.logEnds[$0] } == [100, 101, 102, 103, 104, 105])
      #expect(section.unread.isEmpty)
      #expect(world.simulation.problems.isEmpty)
    }
  }
}
