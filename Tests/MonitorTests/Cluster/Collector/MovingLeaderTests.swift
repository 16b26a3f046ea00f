import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// Leaders that move, topics and partitions that come and go, between two questions and between two cycles.
@Suite(.timeLimit(.minutes(2))) struct MovingLeaderTests {
  private static let hundred = [Int64?](repeating: 100, count: 6)

  private static func watching(
    _ cluster: SimulatedCluster = Trio.cluster(), _ body: (Watcher, CollectorWorld) async throws -> Void
  ) async throws {
    try await CollectorWorld.with(cluster) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        try await body(watcher, world)
      }
    }
  }

  @Test
  func `trap 19: a leader that moves between two questions is found by newer metadata in the same cycle`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.change { $0.goOn() }
      world.simulation.beforeNext(.listOffsets, to: 1) { $0["orders", 0]?.elect(3) }
      let (counts, section) = try await world.requests { try await watcher.cycle() }
      #expect(section.ends(of: "orders") == [Int64?](repeating: 110, count: 6))
      #expect(section.leaders(of: "orders") == [3, 2, 3, 1, 2, 3])
      #expect(counts[.metadata] == 2)
      #expect(section.unreadCount("log_ends", "NOT_LEADER_OR_FOLLOWER") == 1)
      #expect(try await watcher.cycle().unreadCount("log_ends") == 0)
    }
  }

  @Test(arguments: [ErrorCode.fencedLeaderEpoch, .unknownLeaderEpoch, .leaderNotAvailable])
  func `trap 19: no epoch is claimed, and who is told of another asks once more`(code: ErrorCode) async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.change { $0.goOn() }
      world.simulation.setFault(.error(code), broker: 1, api: .listOffsets, times: 1)
      let section = try await watcher.cycle()
      #expect(section.ends(of: "orders") == [Int64?](repeating: 110, count: 6))
      let asked = world.simulation.received(ListOffsetsRequest.self)
      #expect(
        asked.allSatisfy {
          $0.topics.allSatisfy { $0.partitions.allSatisfy { $0.currentLeaderEpoch == nil } }
        })
    }
  }

  @Test func `trap 12: a partition without leader has no end and no lag, and the sum says that it lacks one`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.change { cluster in
        cluster.goOn()
        cluster["orders", 4]?.elect(nil)
      }
      var section = try await watcher.cycle()
      // The last known end stands a while, as for any other silence.
      #expect(section.ends(of: "orders") == [110, 110, 110, 110, 100, 110])
      #expect(section.verdict.offline == 1)
      for _ in 1...3 { section = try await watcher.cycle() }
      #expect(section.ends(of: "orders") == [110, 110, 110, 110, nil, 110])
      #expect(section.lags(of: "group-1") == [5, 5, 5, 5, nil, 5])
      #expect(section.verdict.groupTopics.map(\.unknown) == [1, 1, 1])
      #expect(section.verdict.groupTopics.map(\.lag) == [25, 25, 25])
    }
  }

  @Test func `trap 10: a deleted topic is gone with its positions, and what stays committed is counted`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.change { $0.topics["orders"] = nil }
      let section = try await watcher.cycle()
      #expect(section.reading.topics.map(\.name) == ["__consumer_offsets"])
      #expect(section.offsets(of: "group-1") == [])
      #expect(section.group("group-1")?.unmatchedCommits == 6)
      #expect(section.verdict.groupTopics.isEmpty)
      #expect(section.unread.isEmpty)
    }
  }

  @Test func `trap 11: nothing that is known of a topic holds for one that is made anew under its name`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.change { $0.recreateTopic("orders") }
      world.simulation.setFault(.error(.unknownServerError), broker: 2, api: .listOffsets)
      let section = try await watcher.cycle()
      #expect(section.ends(of: "orders") == [0, nil, 0, 0, nil, 0])
      #expect(section.starts(of: "orders") == [0, nil, 0, 0, nil, 0])
      #expect(section.verdict.groupTopics.map(\.ahead) == [4, 4, 4])
    }
  }

  @Test
  func `trap 20: a partition that is made between two questions adds nothing yet, and is whole in the next`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.beforeNext(.offsetFetch, to: 1) { cluster in
        cluster.topics["orders"]?.partitions.append(SimulatedPartition(replicas: [1]))
        cluster.append(40, to: "orders", 6)
        cluster.commit(10, by: "group-1", in: "orders", 6)
      }
      let section = try await watcher.cycle()
      #expect(section.ends(of: "orders") == Self.hundred)
      #expect(section.group("group-1")?.unmatchedCommits == 1)
      #expect(section.offsets(of: "group-1")?.count == 6)
      let (counts, later) = try await world.requests { try await watcher.cycle() }
      #expect(later.ends(of: "orders") == Self.hundred + [40])
      #expect(later.lags(of: "group-1")?.last == 30)
      // The start of a new partition does not wait for its turn.
      #expect(later.starts(of: "orders").last == 0)
      #expect(counts[.listOffsets, default: 0] >= 4)
      #expect(later.group("group-1")?.unmatchedCommits == 0)
    }
  }

  @Test
  func `a cluster without topic ids is read as any other, and a topic with fewer partitions is a new one`()
    async throws
  {
    var cluster = Trio.cluster()
    cluster.hasTopicIDs = false
    for index in cluster.nodes.indices { cluster.nodes[index].versions = .kafka2_4 }
    (cluster.features, cluster.quorum) = ([:], nil)
    try await Self.watching(cluster) { watcher, world throws in
      world.simulation.change { $0.goOn() }
      let section = try await watcher.cycle()
      #expect(section.reading.topics.allSatisfy { $0.id == nil })
      #expect(section.ends(of: "orders") == [Int64?](repeating: 110, count: 6))
      #expect(section.lags(of: "group-2") == [Int64?](repeating: 5, count: 6))
      world.simulation.change { cluster in
        cluster.recreateTopic("orders")
        cluster.topics["orders"]?.partitions.removeLast(2)
      }
      world.simulation.setFault(.error(.unknownServerError), broker: 2, api: .listOffsets)
      #expect(try await watcher.cycle().ends(of: "orders") == [0, nil, 0, 0])
    }
  }

  @Test
  func `trap 37: offsets are asked for as a consumer would, by the two timestamps that every release knows`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      for _ in 1...8 { _ = try await watcher.cycle() }
      let asked = world.simulation.received(ListOffsetsRequest.self)
      #expect(Set(asked.map(\.replicaID)) == [nil])
      let timestamps = asked.flatMap { $0.topics.flatMap { $0.partitions.map(\.timestamp) } }
      #expect(Set(timestamps) == [-1, -2])
      #expect(Set(asked.map(\.isolationLevel)) == [0, 1])
    }
  }
}
