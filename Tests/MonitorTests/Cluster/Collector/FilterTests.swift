import Kafka
import Model
import Patterns
import Simulation
import Testing

@testable import Monitor

/// What the configuration leaves out is not even asked for.
@Suite(.timeLimit(.minutes(2))) struct FilterTests {
  private static func cluster() -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: 1)
    for topic in ["orders", "private-a", "private-b"] {
      cluster.addTopic(topic, partitions: 2)
      cluster.append(10, to: topic, 0)
    }
    for kind in RequestBudgetTests.everyKind {
      cluster.addGroup("seen-\(kind)", kind, reading: "orders")
      cluster.addGroup("hidden-\(kind)", kind, reading: "orders")
    }
    cluster.commit(3, by: "seen-classic", in: "private-a", 0)
    return cluster
  }

  private static func watching(_ body: (Watcher, CollectorWorld) async throws -> Void) async throws {
    try await CollectorWorld.with(cluster()) { world throws in
      var settings = world.settings
      settings.topics = NameFilter(exclude: [.internalNames, try NamePattern("private-.*")])
      settings.groups = NameFilter(exclude: [try NamePattern("hidden-.*")])
      try await world.watching(settings) { try await body($0, world) }
    }
  }

  @Test func `trap 34: a group that is left out is in no question but the list`() async throws {
    try await Self.watching { watcher, world throws in
      for _ in 1...2 {
        let names = try await watcher.cycle().reading.groups.map(\.name)
        #expect(names == ["seen-classic", "seen-consumer", "seen-share", "seen-streams"])
      }
      let simulation = world.simulation
      var asked = simulation.received(DescribeGroupsRequest.self).flatMap(\.groups)
      asked += simulation.received(ConsumerGroupDescribeRequest.self).flatMap(\.groupIDs)
      asked += simulation.received(ShareGroupDescribeRequest.self).flatMap(\.groupIDs)
      asked += simulation.received(StreamsGroupDescribeRequest.self).flatMap(\.groupIDs)
      asked += simulation.received(OffsetFetchRequest.self).flatMap { $0.groups.map(\.groupID) }
      asked += simulation.received(DescribeShareGroupOffsetsRequest.self).flatMap { $0.groups.map(\.groupID) }
      #expect(asked.count == 16)
      #expect(asked.allSatisfy { $0.hasPrefix("seen-") })
    }
  }

  @Test func `trap 34: a topic that is left out has no offsets and no positions, and counts among all`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      var section = try await watcher.cycle()
      for _ in 1...8 { section = try await watcher.cycle() }
      let asked = world.simulation.received(ListOffsetsRequest.self)
      #expect(Set(asked.flatMap { $0.topics.map(\.name) }) == ["orders"])
      #expect(section.reading.topics.map(\.isSelected) == [false, true, false, false])
      #expect(section.reading.partitions.count == 11)
      #expect(section.offsets(of: "seen-classic") == [10, 0])
      #expect(section.group("seen-classic")?.unmatchedCommits == 0)
      // Health needs the settings of every topic.
      #expect(section.reading.topics.allSatisfy { $0.settings != nil })
      #expect(section.unread.isEmpty)
    }
  }
}
