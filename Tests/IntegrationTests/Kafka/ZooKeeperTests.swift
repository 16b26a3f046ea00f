import TestSupport
import Testing

/// Two brokers of the last release that knew ZooKeeper.
@Suite(
  .enabled(if: Proof.isPossible, Proof.whyNot),
  .realCluster(RealCluster.Options(release: .three, mode: .zookeeper, brokers: 2)), .serialized)
struct ZooKeeperTests {
  private let cluster: RealCluster

  init() throws {
    cluster = try #require(RealCluster.current)
  }

  @Test func `the kind, the controller, lags and missing replicas are told`() async throws {
    try await cluster.createTopic("orders", partitions: 2, replicas: 2)
    try await cluster.produce((0..<20).map { "\($0)" }, to: "orders")
    try await cluster.consume(5, of: "orders", as: "lagging")
    let rows = KafkaTools.groups(try await cluster.ask("consumer-groups", "--describe", "--group", "lagging"))
    let daemon = try await RunningDaemon.watching(cluster)
    let page = try await daemon.page { !$0.byPartition("broker_consumer_lag").isEmpty }
    #expect(page.byPartition("broker_consumer_lag") == rows["lagging"]?.compactMapValues(\.lag))
    #expect(page.samples(of: "broker_cluster_info").first?.labels["kind"] == "zookeeper")
    #expect(page.values(of: "broker_controller").reduce(0, +) == 1)
    #expect(page.values(of: "broker_metadata_frozen").isEmpty)
    try await cluster.kill(2)
    try await daemon.page(within: .seconds(90)) { $0.value(of: "broker_controller", ["broker": "1"]) == 1 }
    // Which takes as long as ZooKeeper needs to end the broker's session.
    var after = page
    try await eventually("the tool and we see what is missing", within: .seconds(90)) {
      after = try await daemon.freshPage()
      let short = try await shortOfReplicas()
      return short > 0 && after.values(of: "broker_under_replicated_partitions").reduce(0, +) == short
    }
    #expect(after.isUp(1) == true && after.isUp(2) != true)
    #expect(try await daemon.terminate() == 0)
  }

  private func shortOfReplicas() async throws -> Double {
    let text = try await cluster.run(
      "topics", "--bootstrap-server", cluster.address(of: 1), "--describe", "--under-replicated-partitions")
    return Double(KafkaTools.partitions(text).count)
  }
}
