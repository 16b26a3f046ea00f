import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// A watcher beside one broker.
@Suite(.timeLimit(.minutes(2))) struct ScopeTests {
  /// Group 1 reads what brokers 1 and 2 lead, and nothing of broker 3.
  private static func cluster() -> SimulatedCluster {
    var cluster = Trio.cluster()
    cluster.groups["group-1"]?.commits = ["orders": [0: SimulatedCommit(90), 4: SimulatedCommit(80)]]
    return cluster
  }

  private static func settings(_ world: CollectorWorld, beside broker: Int32 = 1) throws
    -> ClusterCollectorSettings
  {
    let candidate = try world.candidate(broker)
    var settings = world.settings
    settings.scope = .broker
    settings.candidates = { [candidate] }
    return settings
  }

  @Test func `only the broker's own groups, and the partitions that it leads or they read, are asked for`()
    async throws
  {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      try await world.watching(Self.settings(world)) { watcher throws in
        for cycle in 1...8 {
          let section = try await watcher.cycle()
          #expect(section.reading.scope == .broker(1))
          #expect(section.reading.groups.map(\.name) == ["group-1"])
          #expect(section.ends(of: "orders") == [100, nil, nil, 100, 100, nil])
          // Whose commits lie on another broker's partitions is known after the first cycle.
          #expect(section.starts(of: "orders") == [0, nil, nil, 0, cycle == 1 ? nil : 0, nil])
          #expect(section.lags(of: "group-1") == [10, 20])
          #expect(section.reading.logDirs?.map(\.broker) == [1])
          #expect(section.reading.brokers.map(\.answers) == [true, true, true])
        }
        for api in [APIKey.listGroups, .describeGroups, .offsetFetch, .describeLogDirs, .listTransactions] {
          #expect(world.simulation.requests(broker: 1, api: api) > 0)
          #expect(world.simulation.requests(broker: 2, api: api) == 0)
          #expect(world.simulation.requests(broker: 3, api: api) == 0)
        }
        #expect(world.simulation.received(ListOffsetsRequest.self, by: 3).isEmpty)
        for asked in world.simulation.received(ListOffsetsRequest.self, by: 2) {
          #expect(asked.topics.map(\.name) == ["orders"])
          #expect(asked.topics.first?.partitions.map(\.partitionIndex) == [4])
        }
        // Others are only asked whether they are there.
        let probes = world.simulation.received(MetadataRequest.self, by: 3)
        #expect(probes.count == 8 && probes.allSatisfy { $0.topics?.isEmpty == true })
      }
    }
  }

  @Test func `a group that another broker took over is that one's at once`() async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching(Self.settings(world)) { watcher throws in
        _ = try await watcher.cycle()
        world.simulation.beforeNext(.offsetFetch, to: 1) { $0.groups["group-1"]?.coordinator = 2 }
        #expect(try await watcher.cycle().reading.groups.isEmpty)
        world.simulation.change { $0.groups["group-3"]?.coordinator = 1 }
        #expect(try await watcher.cycle().reading.groups.map(\.name) == ["group-3"])
      }
    }
  }

  @Test
  func `its own broker is found by the answer that it gives of itself, wherever it says that it listens`()
    async throws
  {
    var cluster = Self.cluster()
    cluster[node: 2]?.advertisedHost = "kafka.example"
    cluster[node: 2]?.advertisedPort = 1
    try await CollectorWorld.with(cluster) { world throws in
      try await world.watching(Self.settings(world, beside: 2)) { watcher throws in
        for _ in 1...2 {
          let section = try await watcher.cycle()
          #expect(section.reading.scope == .broker(2))
          #expect(section.reading.groups.map(\.name) == ["group-2"])
          #expect(section.ends(of: "orders")[1] == 100)
          #expect(section.reading.brokers.map(\.answers) == [true, true, true])
          #expect(section.broker(2)?.host == "kafka.example")
        }
      }
    }
  }

  @Test(arguments: ["127.0.0.1", "localhost"])
  func `without the right to ask it is found by its address, or by a port that nobody else has`(host: String)
    async throws
  {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      world.simulation.setFault(.error(.clusterAuthorizationFailed), broker: 2, api: .describeConfigs)
      var settings = try Self.settings(world, beside: 2)
      let candidate = BrokerCandidate(host: host, port: try world.candidate(2).port, source: .configured)
      settings.candidates = { [candidate] }
      try await world.watching(settings) { watcher throws in
        let section = try await watcher.cycle()
        #expect(section.reading.scope == .broker(2))
        #expect(section.reading.groups.map(\.name) == ["group-2"])
        #expect(section.unreadCount("paired_broker") == 0)
      }
    }
  }

  @Test func `who cannot be identified is told what to do about it, and is found once it can be`()
    async throws
  {
    var cluster = Self.cluster()
    cluster[node: 2]?.advertisedPort = 1
    try await CollectorWorld.with(cluster) { world throws in
      world.simulation.setFault(.error(.clusterAuthorizationFailed), broker: 2, api: .describeConfigs)
      try await world.watching(Self.settings(world, beside: 2)) { watcher throws in
        let error = await #expect(throws: CollectorError.self) { try await watcher.cycle() }
        #expect(error?.reason == .refused)
        #expect(error?.description.contains("bootstrap") == true)
        #expect(error?.description.contains("describe the cluster's configuration") == true)
        world.simulation.setFault(nil, broker: 2, api: .describeConfigs)
        #expect(try await watcher.cycle().reading.scope == .broker(2))
      }
    }
  }

  @Test func `while its own broker is away, the others still tell of the cluster`() async throws {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      try await world.watching(Self.settings(world)) { watcher throws in
        _ = try await watcher.cycle()
        world.simulation.change { $0.stop(1) }
        let section = try await watcher.cycle()
        #expect(section.reading.scope == .broker(1))
        #expect(section.reading.brokers.map(\.answers) == [false, true, true])
        #expect(section.verdict.offline == 2 + section.leaders(of: "__consumer_offsets").count { $0 == nil })
        world.simulation.change { $0.start(1) }
        let later = try await watcher.cycle()
        #expect(later.ends(of: "orders") == [100, nil, nil, 100, 100, nil])
      }
    }
  }
}
