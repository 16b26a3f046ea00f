import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// A watcher leaves no trace in the cluster.
@Suite(.timeLimit(.minutes(2))) struct NothingCreatedTests {
  private static let asked: Set<APIKey> = [
    .apiVersions, .metadata, .listGroups, .describeGroups, .consumerGroupDescribe, .shareGroupDescribe,
    .streamsGroupDescribe, .offsetFetch, .describeShareGroupOffsets, .listOffsets, .describeQuorum,
    .describeConfigs, .describeCluster, .listPartitionReassignments, .describeLogDirs, .listTransactions,
  ]

  @Test(arguments: [ClusterScopeChoice.cluster, .broker])
  func `trap 7: nothing is created, changed, joined, looked up or fetched, whatever happens`(
    scope: ClusterScopeChoice
  ) async throws {
    var cluster = RequestBudgetTests.cluster(3, groups: 3, RequestBudgetTests.everyKind)
    cluster.autoCreatesTopics = true
    try await CollectorWorld.with(cluster) { world throws in
      var settings = world.settings
      settings.scope = scope
      try await world.watching(settings) { watcher throws in
        let topics = world.simulation.cluster.topics.count
        for round in 0..<10 {
          if round == 3 { world.simulation.change { $0.topics["few"] = nil } }
          if round == 5 { world.simulation.change { $0.stop(2) } }
          if round == 7 { world.simulation.change { $0.start(2) } }
          _ = try await watcher.patientCycle()
        }
        #expect(world.simulation.cluster.topics.count == topics - 1)
        let kinds = APIKey.allCases.filter { world.simulation.requests(api: $0) > 0 }
        #expect(Set(kinds) == Self.asked)
        let metadata = world.simulation.received(MetadataRequest.self)
        #expect(!metadata.isEmpty && metadata.allSatisfy { !$0.allowAutoTopicCreation })
      }
    }
  }
}
