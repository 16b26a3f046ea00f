import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// How many requests a cycle costs the cluster, by our own count and by the brokers'.
@Suite(.timeLimit(.minutes(2))) struct RequestBudgetTests {
  static let everyKind: [GroupKind] = [.classic, .consumer, .share, .streams]

  static func cluster(
    _ brokers: Int, partitions: Int = 10, groups: Int, _ kinds: [GroupKind] = [.classic]
  ) -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: brokers)
    cluster.addTopic("orders", partitions: partitions, replication: brokers)
    cluster.addTopic("few", partitions: 1)
    for number in 0..<groups {
      for kind in kinds {
        cluster.addGroup("\(kind)-\(number)", kind, reading: "few")
        cluster.groups["\(kind)-\(number)"]?.coordinator = BrokerID(rawValue: Int32(number % brokers + 1))
      }
    }
    return cluster
  }

  /// How many requests each cycle after the first sent, by API.
  private static func costs(
    of cluster: SimulatedCluster, _ count: Int
  ) async throws -> [[APIKey: Int]] {
    try await CollectorWorld.with(cluster) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        var costs: [[APIKey: Int]] = []
        for _ in 0..<count {
          let before = watcher.meter.statistics.requests
          let (cost, section) = try await world.requests { try await watcher.cycle() }
          #expect(section.unread.isEmpty)
          let ours = watcher.meter.statistics.requests.map {
            ($0.key, Int($0.value - before[$0.key, default: 0]))
          }
          #expect(cost == Dictionary(uniqueKeysWithValues: ours).filter { $0.value > 0 })
          costs.append(cost)
        }
        #expect(world.simulation.problems.isEmpty)
        return costs
      }
    }
  }

  @Test(arguments: [1, 3])
  func `classic groups cost at most 5 B + 2 requests in every cycle after the first`(brokers: Int)
    async throws
  {
    // Longer than anything is believed without being read again.
    let costs = try await Self.costs(of: Self.cluster(brokers, groups: brokers), 25)
    #expect(costs.map { $0.values.reduce(0, +) }.max() ?? 0 <= 5 * brokers + 2)
    #expect(costs.allSatisfy { $0[.offsetFetch] == brokers && $0[.listGroups] == brokers })
  }

  @Test(arguments: [1, 3])
  func `groups of every kind cost at most 10 B + 2 requests`(brokers: Int) async throws {
    let costs = try await Self.costs(of: Self.cluster(brokers, groups: brokers, Self.everyKind), 8)
    #expect(costs.map { $0.values.reduce(0, +) }.max() ?? 0 <= 10 * brokers + 2)
    #expect(costs.allSatisfy { $0[.streamsGroupDescribe] == brokers })
  }

  @Test(arguments: [1, 3])
  func `trap 24: 5,000 partitions and 500 groups cost the same requests as 10 and a few`(brokers: Int)
    async throws
  {
    let few = Self.cluster(brokers, groups: brokers, Self.everyKind)
    let many = Self.cluster(brokers, partitions: 5000, groups: 125, Self.everyKind)
    #expect(try await Self.costs(of: few, 2) == Self.costs(of: many, 2))
  }
}
