import TestSupport
import Testing

/// A real cluster of three brokers that loses one.
@Suite(
  .enabled(if: RealCluster.isUsable, RealCluster.whyNot),
  .realCluster(RealCluster.Options(brokers: 3)), .serialized)
struct ThreeBrokerTests {
  private let cluster: RealCluster

  init() throws {
    cluster = try #require(RealCluster.current)
  }

  private func daemon(scope: String) async throws -> RunningDaemon {
    let settings = try TemporaryDirectory().write(
      Array(
        "clusters: [{name: main, bootstrap: ['\(cluster.address(of: 1))', '\(cluster.address(of: 2))'], interval: 1s, scope: \(scope)}]"
          .utf8), to: "bw.yaml")
    return try await RunningDaemon(["--config.file", settings])
  }

  @Test func `a broker that is stopped in its tracks, or killed, is down; the others stay up`() async throws {
    let daemon = try await daemon(scope: "cluster")
    try await daemon.page { page in (1...3).allSatisfy { page.isUp($0) == 1 } }
    let ways = [
      (cluster.freeze, cluster.thaw), (cluster.kill, cluster.start),
    ]
    for (end, revive) in ways {
      try await end(3)
      let page = try await daemon.page { $0.isUp(3) == 0 }
      #expect(page.isUp(1) == 1 && page.isUp(2) == 1)
      try await revive(3)
      try await daemon.page { page in (1...3).allSatisfy { page.isUp($0) == 1 } }
    }
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `every sidecar sees what its broker leads, and together that is everything once`() async throws {
    try await cluster.createTopic("spread", partitions: 6, replicas: 3)
    var seen: [Double] = []
    for node in cluster.brokers {
      let daemon = try await RunningDaemon([
        "--config.file",
        try TemporaryDirectory().write(
          Array(
            "clusters: [{name: main, bootstrap: ['\(cluster.address(of: node))'], interval: 1s, scope: broker}]"
              .utf8),
          to: "bw.yaml"),
      ])
      let page = try await daemon.page {
        $0.isUp(node) == 1 && !$0.values(of: "broker_partition_log_end_offset", ["topic": "spread"]).isEmpty
      }
      seen.append(Double(page.values(of: "broker_partition_log_end_offset", ["topic": "spread"]).count))
      #expect(try await daemon.terminate() == 0)
    }
    #expect(seen.allSatisfy { $0 == 2 })
  }
}

extension MetricsPage {
  fileprivate func isUp(_ broker: Int) -> Double? {
    value(of: "broker_up", ["cluster": "main", "broker": "\(broker)"])
  }
}
