import TestSupport
import Testing

extension KafkaProofs {
  /// While records and commits go on, a number must lie between what a tool prints before and after it.
  @Suite struct AgreementTests {
    private let cluster: RealCluster

    init() throws {
      cluster = try #require(RealCluster.current)
    }

    @Test func `every kind of group, and what is going on, agrees with Kafka's tools`() async throws {
      try await cluster.createTopic("orders", partitions: 6, replicas: 3)
      try await cluster.createTopic("paid", partitions: 2, replicas: 3, settings: ["min.insync.replicas=2"])
      try await makeGroups()
      let producers = try (0..<6).map { try cluster.keepProducing(to: "orders", partition: $0) }
      let consumer = try ChildProcess(
        "kcat",
        ["-b", cluster.bootstrap(), "-G", "live", "-X", "auto.offset.reset=earliest"]
          + ["-X", "auto.commit.interval.ms=500", "-q", "orders"])
      let daemon = try await RunningDaemon.watching(cluster)
      try await daemon.page(within: .seconds(90)) { page in
        page.byPartition("broker_consumer_lag", ["group": "live"]).count == 6
          && page.value(of: "broker_consumer_group_state", ["group": "live", "state": "Stable"]) == 1
      }
      try await expectAgreementWhileLive(daemon)
      try await expectStates(daemon)
      for process in producers + [consumer] { process.signal(15) }
      try await expectPlacement(daemon)
      #expect(try await daemon.terminate() == 0)
    }

    private func makeGroups() async throws {
      try await cluster.produce((0..<600).map { "\($0)" }, to: "orders")
      async let modern = cluster.ask(
        "console-consumer", "--topic", "orders", "--group", "modern", "--consumer-property",
        "group.protocol=consumer", "--consumer-property", "auto.offset.reset=earliest", "--max-messages",
        "200")
      async let transactional = cluster.ask(
        "producer-perf", "--topic", "paid", "--num-records", "100", "--record-size", "50", "--throughput",
        "1000", "--transactional-id", "till", "--transaction-duration-ms", "50")
      try await cluster.consume(200, of: "orders", as: "lagging")
      try await cluster.consume(600, of: "orders", as: "finished")
      _ = try await (modern, transactional)
      try await cluster.consume(30, of: "paid", as: "buyers")
      try await cluster.ask(
        "configs", "--alter", "--entity-type", "groups", "--entity-name", "shared", "--add-config",
        "share.auto.offset.reset=earliest")
      try await cluster.ask(
        "console-share-consumer", "--topic", "orders", "--group", "shared", "--max-messages", "100")
    }

    private struct Truth {
      let ends: [TopicPartition: Int]
      let groups: [String: [TopicPartition: KafkaTools.GroupRow]]
    }

    private func truth() async throws -> Truth {
      async let ends = cluster.ask("get-offsets", "--exclude-internal-topics")
      async let groups = cluster.ask("consumer-groups", "--describe", "--all-groups")
      return try await Truth(ends: KafkaTools.offsets(ends), groups: KafkaTools.groups(groups))
    }

    private func expectAgreementWhileLive(_ daemon: RunningDaemon) async throws {
      let before = try await truth()
      let page = try await daemon.freshPage()
      let after = try await truth()
      let ends = page.byPartition("broker_partition_log_end_offset")
      #expect(Set(ends.keys) == Set(after.ends.keys))
      for (partition, end) in ends {
        #expect(end >= before.ends[partition] ?? 0, "\(partition)")
        #expect(end <= after.ends[partition] ?? 0, "\(partition)")
      }
      #expect(Set(after.groups.keys) == ["live", "modern", "lagging", "finished", "buyers"])
      for (group, rows) in after.groups {
        let commits = page.byPartition("broker_consumer_committed_offset", ["group": group])
        let lags = page.byPartition("broker_consumer_lag", ["group": group])
        #expect(Set(commits.keys) == Set(rows.filter { $0.value.committed != nil }.keys), "\(group)")
        for (partition, row) in rows where row.committed != nil {
          let old = before.groups[group]?[partition]
          let (commit, lag) = (commits[partition] ?? -1, lags[partition] ?? -1)
          #expect(commit >= old?.committed ?? 0 && commit <= row.committed ?? 0, "\(group) \(partition)")
          // The ends that a page shows are those that its lags were made of.
          #expect(lag == max(0, (ends[partition] ?? 0) - commit), "\(group) \(partition)")
        }
      }
    }

    private func expectStates(_ daemon: RunningDaemon) async throws {
      async let groups = cluster.ask("consumer-groups", "--describe", "--all-groups", "--state")
      async let shares = cluster.ask("share-groups", "--describe", "--all-groups")
      let (states, share) = try await (KafkaTools.states(groups), KafkaTools.groups(shares))
      let page = try await daemon.freshPage()
      #expect(states.count == 5)
      for (group, truth) in states {
        let state = page.samples(of: "broker_consumer_group_state", ["group": group]).first { $0.value == 1 }
        #expect(state?.labels["state"] == truth.state, "\(group)")
        #expect(
          page.value(of: "broker_consumer_group_members", ["group": group]) == Double(truth.members),
          "\(group)")
        let info = page.samples(of: "broker_consumer_group_info", ["group": group]).first
        #expect(info?.labels["coordinator"] == "\(truth.coordinator)", "\(group)")
        #expect(info?.labels["type"] == (group == "modern" ? "consumer" : "classic"), "\(group)")
      }
      let delivered = try #require(share["shared"]).compactMapValues(\.committed)
      #expect(page.byPartition("broker_consumer_committed_offset", ["group": "shared"]) == delivered)
    }

    /// Once nobody writes any more, everything is equal.
    private func expectPlacement(_ daemon: RunningDaemon) async throws {
      async let topics = cluster.ask("topics", "--describe", "--exclude-internal")
      async let dirs = cluster.ask("log-dirs", "--describe")
      async let shares = cluster.ask("share-groups", "--describe", "--all-groups")
      let (partitions, directories) = try await (KafkaTools.partitions(topics), LogDirectories(dirs))
      let lags = try await #require(KafkaTools.groups(shares)["shared"]).compactMapValues(\.lag)
      let page = try await daemon.page { page in
        let sizes = page.samples(of: "broker_log_dir_size_bytes").map {
          ("\($0.labels["broker"] ?? "") \($0.labels["log_dir"] ?? "")", Int($0.value))
        }
        return Dictionary(sizes, uniquingKeysWith: { first, _ in first }) == directories.sizes
      }
      #expect(page.byPartition("broker_consumer_lag", ["group": "shared"]) == lags)
      #expect(page.byPartition("broker_partition_leader") == partitions.compactMapValues(\.leader))
      #expect(page.byPartition("broker_partition_replicas") == partitions.mapValues(\.replicas.count))
      #expect(page.byPartition("broker_partition_in_sync_replicas") == partitions.mapValues(\.inSync.count))
      #expect(page.value(of: "broker_topic_min_insync_replicas", ["topic": "paid"]) == 2)
      for (partition, size) in page.byPartition("broker_partition_log_size_bytes") {
        let leader = partitions[partition]?.leader ?? 0
        #expect(size == directories.size(of: partition, on: leader), "\(partition)")
      }
    }
  }
}
