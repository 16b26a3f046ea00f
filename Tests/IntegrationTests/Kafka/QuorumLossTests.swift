import TestSupport
import Testing

extension KafkaProofs {
  @Suite struct QuorumLossTests {
    private let cluster: RealCluster

    init() throws {
      cluster = try #require(RealCluster.current)
    }

    /// What survivors go on telling of a cluster that they know nothing of any more.
    private static let claims = [
      "broker_partition_in_sync_replicas", "broker_under_replicated_partitions", "broker_controller",
      "broker_under_min_isr_partitions", "broker_at_min_isr_partitions",
    ]

    private func leader() async throws -> Int {
      let status = try await cluster.ask("metadata-quorum", "describe", "--status")
      let line = status.split(separator: "\n").first { $0.hasPrefix("LeaderId:") }
      return try #require(line?.split(separator: " ").last.flatMap { Int($0) })
    }

    @Test func `with the quorum lost nothing is claimed that nobody can know`() async throws {
      try await cluster.createTopic("quorum", partitions: 6, replicas: 3)
      let leader = try await leader()
      let survivor = try #require(cluster.brokers.first { $0 != leader })
      let killed = cluster.brokers.filter { $0 != survivor }
      let daemon = try await RunningDaemon.watching(cluster)
      try await daemon.page { page in
        page.value(of: "broker_metadata_frozen") == 0
          && page.byPartition("broker_partition_in_sync_replicas").keys.contains { $0.topic == "quorum" }
      }
      for node in killed { try await cluster.kill(node) }
      let moment = wallSeconds()
      let log = try await ReadingLog.of(daemon) { pages in
        pages.count { ($0.beganReading ?? 0) >= moment } >= 6
      }
      let after = log.pages.filter { ($0.beganReading ?? 0) >= moment }
      let frozen = after.firstIndex { $0.value(of: "broker_metadata_frozen") == 1 }
      #expect(try #require(frozen) < 2)
      for page in after.dropFirst(2) {
        #expect(
          page.value(of: "broker_metadata_frozen") == 1,
          "\(page.samples(of: "brokerwatch_unread").map(\.labels))")
        for claim in Self.claims { #expect(page.values(of: claim).isEmpty, "\(claim)") }
        // Of ours and of all other topics: each partition whose leader is away.
        let leaders = page.byPartition("broker_partition_leader", ["topic": "quorum"])
        let away = leaders.values.count { $0 != survivor }
        #expect(page.value(of: "broker_unavailable_partitions").map { Int($0) >= away } == true)
        #expect(page.isUp(survivor) == true)
        #expect(killed.allSatisfy { page.isUp($0) == false })
      }
      let late = ["collector": "cluster/main", "reason": "deadline"]
      #expect(log.pages.last?.value(of: "brokerwatch_collector_errors_total", late) == 0)
      let longest =
        after.compactMap {
          $0.value(of: "brokerwatch_collector_duration_seconds", ["collector": "cluster/main"])
        }
        .max() ?? .infinity
      #expect(longest < 1)
      Proof.note(
        "quorum lost: frozen after \((frozen ?? 0) + 1) readings, longest cycle \(Int(longest * 1000)) ms")
      async let first: Void = cluster.start(killed[0])
      async let second: Void = cluster.start(killed[1])
      _ = try await (first, second)
      try await daemon.page(within: .seconds(90)) { page in
        page.value(of: "broker_metadata_frozen") == 0
          && page.values(of: "broker_under_replicated_partitions") == [0, 0, 0]
          && cluster.brokers.allSatisfy { page.isUp($0) == true }
      }
      #expect(try await daemon.terminate() == 0)
    }
  }
}
