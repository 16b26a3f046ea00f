import Kafka
import Model
import Simulation
import TestSupport
import Testing

/// What a simulated broker does wrong when it is told to.
@Suite(.timeLimit(.minutes(2))) struct FaultTests {
  private static func world<Result>(_ body: (SimulatedWorld) async throws -> Result) async throws -> Result {
    var cluster = SimulatedCluster(brokers: 2)
    cluster.addTopic("orders", partitions: 2)
    cluster.addGroup("readers", reading: "orders")
    cluster.groups["readers"]?.coordinator = 1
    return try await SimulatedWorld.with(cluster, body)
  }

  @Test func `a broker that refuses, refuses; its neighbour does not, and later it listens again`()
    async throws
  {
    try await Self.world { world throws in
      let port = world.simulation.port(of: 1)
      world.simulation.setFault(.refuse, broker: 1)
      #expect(await world.failure(1)?.kind.isRefusal == true)
      #expect(await world.failure(2) == nil)
      world.simulation.setFault(nil, broker: 1)
      #expect(await world.failure(1) == nil)
      #expect(world.simulation.port(of: 1) == port)
    }
  }

  @Test func `one API stalls and what waits behind it too, until the fault ends`() async throws {
    try await Self.world { world throws in
      world.simulation.setFault(.stall, broker: 1, api: .describeQuorum)
      #expect(await world.failure(1) == nil)
      try await world.connected { connection in
        async let quorum = connection.send(DescribeQuorumRequest(), deadline: SimulatedWorld.patience)
        try await eventually("it has come") { world.simulation.requests(api: .describeQuorum) == 1 }
        async let behind = connection.send(MetadataRequest(), deadline: SimulatedWorld.patience)
        world.simulation.setFault(nil, broker: 1, api: .describeQuorum)
        #expect(try await quorum.errorCode == .none)
        #expect(try await behind.topics.count == 2)
      }
      world.simulation.setFault(.stall, broker: 1, api: .describeQuorum)
      try await world.connected { connection in
        async let _ = connection.send(DescribeQuorumRequest(), deadline: SimulatedWorld.patience)
        try await eventually("it has come") { world.simulation.requests(api: .describeQuorum) == 2 }
        let limit = Duration.milliseconds(50)
        let behind = await #expect(throws: KafkaError.self) {
          try await connection.send(MetadataRequest(), deadline: limit)
        }
        #expect(behind?.kind == .timeout(after: limit))
      }
    }
  }

  @Test func `an answer that drips is whole`() async throws {
    try await Self.world { world throws in
      world.simulation.setFault(.drip, broker: 1)
      #expect(try await world.ask(1, MetadataRequest()).topics.count == 2)
    }
  }

  @Test func `broken answers are what our client takes them for`() async throws {
    try await Self.world { world throws in
      func failure(_ fault: Fault) async -> KafkaError.Kind? {
        world.simulation.setFault(fault, broker: 1, api: .metadata)
        return await world.failure(1)?.kind
      }
      #expect(await failure(.close) == .closedByBroker(midReply: false))
      #expect(await failure(.closeMidFrame) == .closedByBroker(midReply: true))
      #expect(await failure(.wrongCorrelationID) == .unexpectedReply(correlationID: 2 ^ 0x55))
      let limit = FrameAssembler.defaultLimit
      #expect(await failure(.giantLength) == .replyTooLarge(bytes: Int(Int32.max), limit: limit))
      guard case .unusable(let truncated) = await failure(.truncatedMessage),
        case .unusable(let trailing) = await failure(.trailingBytes)
      else {
        Issue.record("these answers are not unusable")
        return
      }
      #expect(truncated.isTruncation)
      #expect(trailing.problem == .trailingBytes(3))
    }
  }

  @Test func `an answer that comes late comes`() async throws {
    try await Self.world { world throws in
      world.simulation.setFault(.delay(.zero), broker: 1)
      #expect(await world.failure(1) == nil)
      world.simulation.setFault(.delay(.seconds(3600)), broker: 1, api: .metadata)
      let limit = Duration.milliseconds(50)
      #expect(await world.failure(1, deadline: limit)?.kind == .timeout(after: limit))
    }
  }

  @Test func `any error can be said, in the place that the API has for it`() async throws {
    try await Self.world { world throws in
      let loading = ErrorCode.coordinatorLoadInProgress
      world.simulation.setFault(.error(loading), broker: 1)
      #expect(try await world.ask(1, ListGroupsRequest()).errorCode == loading)
      let describe = DescribeGroupsRequest { $0.groups = ["readers"] }
      #expect(try await world.ask(1, describe).groups.map(\.errorCode) == [loading])
      let fetch = OffsetFetchRequest { $0.groups = [.init { $0.groupID = "readers" }] }
      #expect(try await world.ask(1, fetch).groups.map(\.errorCode) == [loading])
      #expect(try await world.ask(1, MetadataRequest()).topics.map(\.errorCode) == [loading, loading])
      #expect(try await world.ask(2, MetadataRequest()).topics.map(\.errorCode) == [.none, .none])
    }
  }

  @Test func `a group that moves is known to its new coordinator only`() async throws {
    try await Self.world { world throws in
      let describe = DescribeGroupsRequest { $0.groups = ["readers"] }
      world.simulation.change { $0.groups["readers"]?.coordinator = 2 }
      #expect(try await world.ask(1, describe).groups.map(\.errorCode) == [.notCoordinator])
      #expect(try await world.ask(2, describe).groups.map(\.groupState) == ["Stable"])
      #expect(try await world.ask(1, ListGroupsRequest()).groups.isEmpty)
      #expect(try await world.ask(2, ListGroupsRequest()).groups.map(\.groupID) == ["readers"])
    }
  }

  @Test func `one group, one partition and one commit can be in trouble alone`() async throws {
    try await Self.world { world throws in
      world.simulation.change { cluster in
        cluster["orders", 0]?.error = .kafkaStorageError
        cluster.groups["readers"]?.commits["orders"]?[1]?.error = .unstableOffsetCommit
        cluster.addGroup("secret", reading: "orders")
        cluster.groups["secret"]?.coordinator = 1
        cluster.groups["secret"]?.error = .groupAuthorizationFailed
      }
      let ends = ListOffsetsRequest {
        $0.topics = [
          .init {
            $0.name = "orders"; $0.partitions = [.init()]
          }
        ]
      }
      #expect(try await world.ask(1, ends).topics.first?.partitions.map(\.errorCode) == [.kafkaStorageError])
      let fetch = OffsetFetchRequest {
        $0.groups = [.init { $0.groupID = "readers" }, .init { $0.groupID = "secret" }]
      }
      let groups = try await world.ask(1, fetch).groups
      #expect(groups.map(\.errorCode) == [.none, .groupAuthorizationFailed])
      #expect(groups[0].topics[0].partitions.map(\.errorCode) == [.none, .unstableOffsetCommit])
      #expect(groups[0].topics[0].partitions.map(\.committedOffset) == [0, nil])
    }
  }

  @Test func `a change that fails changes nothing`() async throws {
    try await Self.world { world throws in
      #expect(throws: CancellationError.self) {
        try world.simulation.change { cluster in
          cluster.topics = [:]
          throw CancellationError()
        }
      }
      #expect(try await world.ask(1, MetadataRequest()).topics.count == 2)
    }
  }

  @Test func `a request in a version that is not offered ends the connection, and is a problem`() async throws
  {
    try await Self.world { world throws in
      try await world.connected { connection in
        world.simulation.change { $0[node: 1]?.versions[.metadata] = 0...3 }
        let error = await #expect(throws: KafkaError.self) {
          try await connection.send(MetadataRequest(), deadline: SimulatedWorld.patience)
        }
        #expect(error?.kind == .closedByBroker(midReply: false))
      }
      #expect(world.simulation.problems == ["Metadata v12 is not offered by broker 1."])
    }
  }
}
