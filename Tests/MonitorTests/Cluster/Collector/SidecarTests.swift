import Kafka
import Model
import Simulation
import TestSupport
import Testing

@testable import Monitor

/// Three watchers beside a broker each and one for the whole cluster, all at once.
@Suite(.timeLimit(.minutes(2))) struct SidecarTests {
  private struct Key: Hashable {
    let name: String
    let broker: NodeID
  }

  /// As the documented expressions do it: of what several say of one broker the largest counts, and brokers are added.
  private static func sum(_ parts: [(key: Key, value: Int64)]) -> [String: Int64] {
    Dictionary(parts.map { ($0.key, $0.value) }, uniquingKeysWith: max)
      .reduce(into: [:]) { $0[$1.key.name, default: 0] += $1.value }
  }

  private static func traffic(
    _ sections: [ClusterSection], _ counts: KeyPath<ClusterVerdict, [TrafficCount]>
  ) -> [String: Int64] {
    sum(
      sections.flatMap { section in
        section.verdict[keyPath: counts].map {
          (Key(name: section.reading.topics[$0.topic].name, broker: $0.broker), Int64($0.records))
        }
      })
  }

  private static func lags(_ sections: [ClusterSection]) -> [String: Int64] {
    sum(
      sections.flatMap { section in
        zip(section.reading.groups, section.verdict.groups).map { group, verdict in
          let lag = section.verdict.groupTopics[verdict.topics].reduce(0) { $0 + ($1.lag ?? 0) }
          return (Key(name: group.name, broker: group.coordinator ?? -1), lag)
        }
      })
  }

  private static func underReplicated(_ sections: [ClusterSection]) -> Int64? {
    sum(
      sections.flatMap { section in
        section.verdict.brokers.map {
          (Key(name: "all", broker: $0.id), Int64($0.underReplicated ?? -1))
        }
      })["all"]
  }

  /// Each watcher beside a broker, if it is among these, and the one for all.
  private static func watching(
    _ world: CollectorWorld, beside brokers: [Int32], _ body: ([Watcher]) async throws -> Void
  ) async throws {
    var all = [Watcher(world, world.settings)]
    for broker in brokers {
      let candidate = try world.candidate(broker)
      var settings = world.settings
      settings.scope = .broker
      settings.candidates = { [candidate] }
      all.append(Watcher(world, settings))
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for watcher in all {
        group.addTask { await watcher.client.whileConnected { await untilCancelled() } }
      }
      defer { group.cancelAll() }
      try await body(all)
    }
  }

  @Test(arguments: [[Int32(1), 2, 3], [1, 3]])
  func `trap 31: sums over all watchers are the truth, one of them missing or not`(beside: [Int32])
    async throws
  {
    var cluster = Trio.cluster()
    cluster.addTopic("pair", partitions: 3, replication: 2)
    cluster["pair", 1]?.inSync = [2]
    cluster["pair", 2]?.inSync = [3]
    try await CollectorWorld.with(cluster) { world throws in
      try await Self.watching(world, beside: beside) { watchers throws in
        var sections: [ClusterSection] = []
        for round in 0...3 {
          if round > 0 { world.simulation.change { $0.goOn() } }
          if round == 2 { world.simulation.change { $0["orders", 0]?.elect(3) } }
          if round == 3 { world.simulation.change { $0.groups["group-2"]?.coordinator = 1 } }
          sections = []
          for watcher in watchers { sections.append(try await watcher.watch.read()) }
          world.time.advance(by: .seconds(10))
        }
        #expect(Self.lags(sections) == ["group-1": 90, "group-2": 90, "group-3": 90])
        #expect(Self.traffic(sections, \.messagesOut)["orders"] == Int64(3 * 6 * 5 * 3))
        #expect(Self.underReplicated(sections) == 2)
        #expect(sections.allSatisfy { $0.verdict.offline == 0 && $0.verdict.unavailable == 0 })
        #expect(Set(sections.map(\.verdict.liveBrokers)) == [3])
        #expect(Set(sections.map(\.verdict.expectedBrokers)).count == 1)
      }
    }
  }

  @Test func `trap 31: what came in is the truth over all watchers, whoever leads`() async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await Self.watching(world, beside: [1, 2, 3]) { watchers throws in
        var sections: [ClusterSection] = []
        for round in 0...3 {
          if round > 0 { world.simulation.change { $0.goOn() } }
          sections = []
          for watcher in watchers { sections.append(try await watcher.watch.read()) }
          world.time.advance(by: .seconds(10))
        }
        let truth = ["orders": Int64(3 * 6 * 10)]
        #expect(Self.traffic(sections, \.messagesIn).filter { $0.key == "orders" } == truth)
        #expect(Self.traffic(Array(sections.prefix(1)), \.messagesIn) == truth)
        #expect(Self.traffic(Array(sections.dropFirst()), \.messagesIn) == truth)
      }
    }
  }
}
