import TestSupport
import Testing

/// Real clusters of the release before KRaft was the only way.
@Suite(.enabled(if: RealCluster.isUsable, RealCluster.whyNot), .serialized)
struct OlderClusterTests {
  @Test(arguments: [RealCluster.Mode.zookeeper, .split])
  func `a 3.9 cluster is watched with ZooKeeper and with a controller of its own`(
    mode: RealCluster.Mode
  ) async throws {
    let options = RealCluster.Options(release: .three, mode: mode)
    try await RealCluster.with(options) { cluster in
      try await cluster.createTopic("orders")
      try await cluster.produce(["a", "b"], to: "orders")
      try await cluster.consume(1, of: "orders", as: "billing")
      let daemon = try await RunningDaemon(["--kafka.bootstrap", cluster.address()])
      let page = try await daemon.page { !$0.values(of: "broker_consumer_group_lag").isEmpty }
      #expect(page.value(of: "broker_up") == 1)
      let described = try await cluster.ask("consumer-groups", "--describe", "--group", "billing")
      let row = described.split(separator: "\n").last { $0.hasPrefix("billing") }
      let lag = row?.split(separator: " ").dropFirst(5).first.flatMap { Double($0) }
      #expect(page.value(of: "broker_consumer_group_lag", ["group": "billing"]) == lag)
      #expect(try await daemon.terminate() == 0)
    }
  }
}
