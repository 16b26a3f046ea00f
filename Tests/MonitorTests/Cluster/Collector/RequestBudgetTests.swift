import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// How many requests a cycle costs the cluster, by our own count and by the brokers'.
@Suite(.timeLimit(.minutes(2))) struct RequestBudgetTests {
  struct Size: CustomTestStringConvertible, Sendable {
    let brokers: Int
    let partitions: Int
    let groups: Int
    var cycles = 40

    var testDescription: String { "\(brokers) brokers, \(partitions) partitions, \(groups) groups" }
  }

  static let sizes = [
    Size(brokers: 1, partitions: 10, groups: 1), Size(brokers: 3, partitions: 10, groups: 1),
    Size(brokers: 3, partitions: 10, groups: 500, cycles: 8),
    Size(brokers: 1, partitions: 5000, groups: 1, cycles: 8),
    Size(brokers: 3, partitions: 5000, groups: 500, cycles: 8),
  ]

  static func cluster(_ size: Size, _ kinds: [GroupKind]) -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: size.brokers)
    cluster.addTopic("orders", partitions: size.partitions, replication: size.brokers)
    cluster.addTopic("few", partitions: 1)
    for kind in kinds {
      for number in 0..<size.groups { cluster.addGroup("\(kind)-\(number)", kind, reading: "few") }
    }
    return cluster
  }

  /// How many requests each cycle after the first sent.
  private static func costs(
    _ watcher: Watcher, _ count: Int
  ) async throws -> (ours: [Int], theirs: [Int]) {
    _ = try await watcher.cycle()
    var (ours, theirs) = ([Int](), [Int]())
    for _ in 0..<count {
      let before = (watcher.meter.total, watcher.world.simulation.requests())
      let section = try await watcher.cycle()
      ours.append(watcher.meter.total - before.0)
      theirs.append(watcher.world.simulation.requests() - before.1)
      try #require(section.unread.isEmpty)
    }
    return (ours, theirs)
  }

  @Test(arguments: sizes)
  func `classic groups cost at most 5 B + 2 requests, however many groups and partitions there are`(
    size: Size
  ) async throws {
    try await CollectorWorld.with(Self.cluster(size, [.classic])) { world throws in
      let costs = try await world.watching { try await Self.costs($0, size.cycles) }
      #expect(costs.ours == costs.theirs)
      let dearest = try #require(costs.theirs.max())
      #expect(dearest <= 5 * size.brokers + 2)
    }
  }

  @Test(arguments: sizes)
  func `groups of every kind cost at most 10 B + 2 requests`(size: Size) async throws {
    let cluster = Self.cluster(size, [.classic, .consumer, .share, .streams])
    try await CollectorWorld.with(cluster) { world throws in
      let costs = try await world.watching { try await Self.costs($0, min(size.cycles, 8)) }
      #expect(costs.ours == costs.theirs)
      let dearest = try #require(costs.theirs.max())
      #expect(dearest <= 10 * size.brokers + 2)
    }
  }
}

extension RequestMeter {
  var total: Int { Int(statistics.requests.values.reduce(0, +)) }
}
