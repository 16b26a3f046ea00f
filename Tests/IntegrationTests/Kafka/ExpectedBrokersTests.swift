import TestSupport
import Testing

extension KafkaProofs {
  @Suite struct ExpectedBrokersTests {
    private let cluster: RealCluster

    init() throws {
      cluster = try #require(RealCluster.current)
    }

    private func unregister(_ node: Int) async throws {
      try await cluster.run(
        "org.apache.kafka.tools.ClusterTool", "unregister", "--bootstrap-server", cluster.address(of: 1),
        "--id",
        "\(node)")
    }

    private func settled(_ daemon: RunningDaemon, live: Double, expected: Double) async throws -> MetricsPage
    {
      try await daemon.page {
        $0.value(of: "broker_cluster_brokers") == live
          && $0.value(of: "broker_cluster_brokers_expected") == expected
      }
    }

    @Test func `a lost broker is missed until it is taken out or replaced`() async throws {
      let addresses = [1, 2].map { cluster.address(of: $0) }
      let daemon = try await RunningDaemon.watching(addresses)
      _ = try await settled(daemon, live: 3, expected: 3)
      try await cluster.kill(3)
      let lost = try await settled(daemon, live: 2, expected: 3)
      #expect(lost.isUp(3) == false)
      try await unregister(3)
      _ = try await settled(daemon, live: 2, expected: 2)
      try await cluster.add(4, like: 3)
      let replaced = try await settled(daemon, live: 3, expected: 3)
      #expect(replaced.isUp(4) == true)
      try await cluster.shutDown(4)
      try await unregister(4)
      try await cluster.start(3)
      let whole = try await settled(daemon, live: 3, expected: 3)
      #expect(whole.isUp(4) == nil)
      #expect(try await daemon.terminate() == 0)
    }
  }
}
