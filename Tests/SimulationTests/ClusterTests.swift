import Kafka
import Model
import Simulation
import TestSupport
import Testing
import Transport

/// What our own client sees of a simulated cluster.
@Suite(.timeLimit(.minutes(2))) struct ClusterTests {
  private static func threeBrokers() -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.addTopic("orders", partitions: 6, replication: 2)
    return cluster
  }

  @Test func `brokers, racks, topics, leaders and replicas are what the cluster says`() async throws {
    try await SimulatedWorld.with(Self.threeBrokers()) { world throws in
      let reply = try await world.ask(2, MetadataRequest())
      #expect(reply.brokers.map(\.nodeID) == [1, 2, 3])
      #expect(reply.brokers.map { UInt16($0.port) } == world.simulation.bootstrap.map(\.port))
      #expect(reply.brokers.map(\.rack) == ["rack-1", "rack-2", "rack-3"])
      #expect(reply.topics.map(\.name) == ["__consumer_offsets", "orders"])
      let orders = try #require(reply.topics.last)
      #expect(orders.partitions.map(\.leaderID) == [1, 2, 3, 1, 2, 3])
      #expect(orders.partitions[1].replicaNodes == [2, 3])
      #expect(!orders.topicID.isNone)
      #expect(reply.topics[0].isInternal)
    }
  }

  @Test func `a broker that stops loses its leaderships, and leads again where nobody else could`()
    async throws
  {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.addTopic("pair", partitions: 3, replication: 2)
    cluster.addTopic("single", partitions: 3)
    try await SimulatedWorld.with(cluster) { world throws in
      world.simulation.change { $0.stop(2) }
      let reply = try await world.ask(1, MetadataRequest())
      let pair = try #require(reply.topics.first { $0.name == "pair" })
      let single = try #require(reply.topics.first { $0.name == "single" })
      #expect(reply.brokers.map(\.nodeID) == [1, 3])
      #expect(pair.partitions.map(\.leaderID) == [1, 3, 3])
      #expect(pair.partitions.map(\.isrNodes) == [[1], [3], [3, 1]])
      #expect(pair.partitions.map(\.offlineReplicas) == [[2], [2], []])
      #expect(single.partitions.map(\.leaderID) == [1, nil, 3])
      #expect(single.partitions[1].errorCode == .leaderNotAvailable)
      #expect(single.partitions[1].isrNodes == [2])
      #expect(await world.failure(2)?.kind.isRefusal == true)

      world.simulation.change { $0.start(2) }
      let later = try await world.ask(2, MetadataRequest())
      #expect(later.topics.first { $0.name == "single" }?.partitions[1].leaderID == 2)
      #expect(later.topics.first { $0.name == "pair" }?.partitions[1].leaderID == 3)
    }
  }

  @Test func `without a quorum the metadata stays as it was, and nobody answers for the quorum`() async throws
  {
    try await SimulatedWorld.with(Self.threeBrokers()) { world throws in
      let before = try await world.ask(1, MetadataRequest())
      world.simulation.change { cluster in
        cluster.stop(2)
        cluster.stop(3)
      }
      let after = try await world.ask(1, MetadataRequest())
      #expect(after.brokers.map(\.nodeID) == [1, 3])
      #expect(after.topics.last?.partitions[1].leaderID == 3)
      #expect(before.topics.last?.partitions[1].leaderID == 2)
      let error = await world.failure(1, DescribeQuorumRequest(), deadline: .milliseconds(50))
      #expect(error?.kind == .timeout(after: .milliseconds(50)))
    }
  }

  @Test func `a topic that is made anew has another id and an empty log`() async throws {
    var cluster = Self.threeBrokers()
    cluster.append(10, to: "orders", 0)
    try await SimulatedWorld.with(cluster) { world throws in
      let before = try await world.ask(1, MetadataRequest())
      #expect(try await world.end(of: "orders") == 10)
      world.simulation.change { $0.recreateTopic("orders") }
      let after = try await world.ask(1, MetadataRequest())
      #expect(before.topics.last?.topicID != after.topics.last?.topicID)
      #expect(try await world.end(of: "orders") == 0)
    }
  }

  @Test func `a cluster without topic ids says that there are none`() async throws {
    var cluster = Self.threeBrokers()
    cluster.hasTopicIDs = false
    try await SimulatedWorld.with(cluster) { world throws in
      #expect(try await world.ask(1, MetadataRequest()).topics.allSatisfy { $0.topicID.isNone })
    }
  }

  @Test(arguments: [
    (VersionTable.kafka2_4, Int16(9), Int16(5), Int16(6)), (.kafka2_8, 11, 6, 7), (.kafka3_0, 11, 7, 8),
    (.kafka3_9ZooKeeper, 12, 8, 9), (.redpanda, 8, 4, 7), (.kafka4_3, 12, 8, 9),
  ])
  func `our client speaks with a release in that release's versions`(
    table: VersionTable, metadata: Int16, listOffsets: Int16, offsetFetch: Int16
  ) async throws {
    var cluster = SimulatedCluster(brokers: 1, versions: table)
    cluster.addTopic("orders", partitions: 2)
    cluster.addGroup("readers", reading: "orders")
    try await SimulatedWorld.with(cluster) { world throws in
      try await world.connected { connection in
        let versions = await connection.versions
        #expect(versions.version(of: MetadataRequest.api) == metadata)
        #expect(versions.version(of: ListOffsetsRequest.api) == listOffsets)
        #expect(versions.version(of: OffsetFetchRequest.api) == offsetFetch)
        let topics = try await connection.send(MetadataRequest(), deadline: SimulatedWorld.patience).topics
        #expect(topics.last?.partitions.count == 2)
        let request = OffsetFetchRequest { $0.groups = [.init { $0.groupID = "readers" }] }
        let groups = try await connection.send(request, deadline: SimulatedWorld.patience).groups
        #expect(groups.first?.topics.first?.partitions.count == 2)
      }
      #expect(world.simulation.problems.isEmpty)
    }
  }

  @Test func `requests are counted as they came`() async throws {
    try await SimulatedWorld.with(Self.threeBrokers()) { world throws in
      for _ in 0..<3 { _ = try await world.ask(2, MetadataRequest()) }
      _ = try await world.ask(3, ListGroupsRequest())
      #expect(world.simulation.requests(broker: 2, api: .metadata) == 3)
      #expect(world.simulation.requests(broker: 2) == 6)
      #expect(world.simulation.requests(api: .apiVersions) == 4)
      #expect(world.simulation.requests() == 8)
      #expect(world.meter.statistics.requests == [.apiVersions: 4, .metadata: 3, .listGroups: 1])
      try await eventually("every connection is closed") { world.simulation.connections() == 0 }
    }
  }
}

extension KafkaError.Kind {
  var isRefusal: Bool {
    if case .transport(let error) = self { error.kind == .refused } else { false }
  }
}

extension SimulatedWorld {
  /// The answer to ListOffsets about partition 0, from its leader in these tests.
  func offset(of topic: String, at timestamp: Int64, isolation: Int8 = 0) async throws -> Int64? {
    let request = ListOffsetsRequest {
      $0.isolationLevel = isolation
      $0.topics = [
        .init {
          $0.name = topic; $0.partitions = [.init { $0.timestamp = timestamp }]
        }
      ]
    }
    return try await ask(1, request).topics.first?.partitions.first?.offset
  }

  func end(of topic: String) async throws -> Int64? { try await offset(of: topic, at: -1) }
}
