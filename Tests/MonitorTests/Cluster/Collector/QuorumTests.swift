import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// What is believed of a cluster whose metadata may be frozen.
@Suite(.timeLimit(.minutes(2))) struct QuorumTests {
  private static func cluster() -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.addTopic("orders", partitions: 6, replication: 3)
    return cluster
  }

  @Test
  func
    `without a quorum nothing is claimed within two cycles that only metadata says, and it comes back at once`()
    async throws
  {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      try await world.watching { watcher throws in
        let healthy = try await watcher.cycle()
        #expect(healthy.verdict.isFrozen == false)
        #expect(healthy.verdict.controller == 1)
        world.simulation.change { cluster in
          cluster.stop(2)
          cluster.stop(3)
        }
        var section = try await watcher.patientCycle()
        #expect(section.reading.quorum == .late)
        section = try await watcher.patientCycle()
        #expect(section.verdict.isFrozen == true)
        #expect(section.verdict.controller == nil)
        #expect(section.verdict.brokers.map(\.underReplicated) == [nil, nil, nil])
        #expect(section.verdict.brokers.map(\.underMinimum) == [nil, nil, nil])
        // Metadata still lists broker 3 as a leader.
        #expect(section.leaders(of: "orders").contains(3))
        #expect(
          section.verdict.unavailable == section.leaders(of: "orders").count { $0 != 1 }
            + section.leaders(of: "__consumer_offsets").count { $0 != 1 })
        #expect(section.verdict.liveBrokers == 1)
        world.simulation.change { $0.start(2) }
        section = try await watcher.patientCycle()
        #expect(section.verdict.isFrozen == false)
        #expect(section.verdict.controller == 2)
        #expect(section.verdict.brokers.map(\.underReplicated).contains(nil) == false)
      }
    }
  }

  @Test
  func
    `every cycle of a long silence of the quorum stays frozen, whatever else waits for the controller too`()
    async throws
  {
    var cluster = Self.cluster()
    cluster["orders", 0]?.reassignment = SimulatedReassignment(adding: [2])
    try await CollectorWorld.with(cluster) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        for broker in Int32(1)...3 {
          world.simulation.setFault(.stall, broker: broker, api: .describeQuorum)
          world.simulation.setFault(.stall, broker: broker, api: .listPartitionReassignments)
          world.simulation.setFault(.stall, broker: broker, api: .describeCluster)
        }
        for number in 1...4 {
          let section = try await watcher.patientCycle()
          #expect(section.reading.quorum == .late)
          #expect(section.verdict.isFrozen == (number >= 2))
          #expect(section.reading.brokers.map(\.answers) == [true, true, true])
        }
      }
    }
  }

  @Test func `an answer that the quorum did not come in time is as good as none`() async throws {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        world.simulation.setFault(.error(.requestTimedOut), broker: 1, api: .describeQuorum)
        #expect(try await watcher.cycle().reading.quorum == .late)
        #expect(try await watcher.cycle().verdict.isFrozen == true)
      }
    }
  }

  @Test func `who may not ask for the quorum does not know whether metadata is frozen, and says why`()
    async throws
  {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      world.simulation.setFault(.error(.clusterAuthorizationFailed), broker: 1, api: .describeQuorum)
      try await world.watching { watcher throws in
        for _ in 1...3 {
          let section = try await watcher.cycle()
          #expect(section.reading.quorum == nil)
          #expect(section.verdict.isFrozen == nil)
          #expect(section.unreadCount("quorum", "CLUSTER_AUTHORIZATION_FAILED") == 1)
        }
      }
    }
  }

  @Test func `what waits for the quorum keeps nobody from the settings and log directories`() async throws {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      world.simulation.setFault(.stall, broker: 1, api: .describeQuorum)
      try await world.watching { watcher throws in
        let section = try await watcher.patientCycle()
        #expect(section.reading.quorum == .late)
        #expect(section.reading.topics.allSatisfy { $0.settings != nil })
        #expect(section.reading.logDirs?.count == 3)
        #expect(section.starts(of: "orders") == [Int64?](repeating: 0, count: 6))
      }
    }
  }
}
