import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// The canary of a cluster that is watched.
@Suite(.timeLimit(.minutes(2))) struct WatchedCanaryTests {
  private func counts(_ section: ClusterSection) -> [NodeID: [UInt64]] {
    section.canary.mapValues { [$0.produced, $0.consumed, $0.lost] }
  }

  private func settings(_ world: CollectorWorld, _ scope: ClusterScopeChoice) -> ClusterCollectorSettings {
    var settings = world.settings
    settings.scope = scope
    settings.canary.isEnabled = true
    return settings
  }

  @Test func `a standalone watcher's canary goes through every broker, and is published with the cluster`()
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching(settings(world, .cluster)) { watcher throws in
        await watcher.watch.letCanaryGo()
        #expect(world.simulation.requests(api: .createTopics) == 0)
        #expect(try await watcher.cycle().canary.isEmpty)
        await watcher.watch.letCanaryGo()
        let topic = try #require(world.simulation.cluster.topics["__brokerwatch_canary"])
        #expect(topic.partitions.map(\.leader) == [1, 2, 3])
        _ = try await watcher.cycle()
        await watcher.watch.letCanaryGo()
        let section = try await watcher.cycle()
        #expect(counts(section) == [1: [1, 1, 0], 2: [1, 1, 0], 3: [1, 1, 0]])
        #expect(world.simulation.problems.isEmpty)
      }
    }
  }

  @Test func `a sidecar's canary goes through its own broker`() async throws {
    var cluster = Trio.cluster()
    cluster.addTopic("__brokerwatch_canary", partitions: 3, replication: 3)
    try await CollectorWorld.with(cluster) { world throws in
      var settings = settings(world, .broker)
      let second = try world.candidate(2)
      settings.candidates = { [second] }
      try await world.watching(settings) { watcher throws in
        _ = try await watcher.cycle()
        await watcher.watch.letCanaryGo()
        let section = try await watcher.cycle()
        #expect(counts(section) == [2: [1, 1, 0]])
      }
    }
  }

  @Test func `nobody has a canary who did not ask for one`() async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        await watcher.watch.letCanaryGo()
        await watcher.watch.keepCanary()
        #expect(world.simulation.requests(api: .createTopics) == 0)
        #expect(world.simulation.requests(api: .produce) == 0)
      }
    }
  }
}
