import TestSupport
import Testing

extension KafkaProofs {
  /// Topics, groups and transactions that come and go.
  @Suite struct TopicLifeTests {
    private let cluster: RealCluster

    init() throws {
      cluster = try #require(RealCluster.current)
    }

    @Test func `a topic that is deleted and made again is another one, and a deleted group is gone`()
      async throws
    {
      try await cluster.createTopic("reborn", replicas: 3)
      try await cluster.produce((0..<50).map { "\($0)" }, to: "reborn")
      try await cluster.consume(30, of: "reborn", as: "reader")
      try await cluster.consume(20, of: "reborn", as: "dead")
      let daemon = try await RunningDaemon.watching(cluster)
      let before = try await daemon.page { $0.value(of: "broker_consumer_lag", ["group": "reader"]) == 20 }
      #expect(before.value(of: "broker_consumer_lag", ["group": "dead"]) == 30)
      async let made: Void = remake()
      async let deleted = cluster.ask("consumer-groups", "--delete", "--group", "dead")
      _ = try await (made, deleted)
      async let groups = cluster.ask("consumer-groups", "--describe", "--all-groups")
      async let topics = cluster.ask("topics", "--describe", "--topic", "reborn")
      let (rows, description) = try await (KafkaTools.groups(groups), topics)
      let after = try await daemon.page { page in
        page.byPartition("broker_partition_log_end_offset", ["topic": "reborn"]).values.first == 5
          && page.samples(of: "broker_consumer_group_info", ["group": "dead"]).isEmpty
          && page.samples(of: "broker_topic_info", ["topic": "reborn"]).allSatisfy {
            description.contains("TopicId: \($0.labels["topic_id"] ?? "?")")
          }
      }
      #expect(
        after.byPartition("broker_consumer_lag", ["group": "reader"])
          == (rows["reader"] ?? [:]).compactMapValues(\.lag))
      #expect(rows["dead"] == nil)
      let counted = after.values(of: "broker_messages_in_total", ["topic": "reborn"]).reduce(0, +)
      #expect(counted >= 0 && counted <= 5)
      #expect(try await daemon.terminate() == 0)
    }

    private func remake() async throws {
      try await cluster.ask("topics", "--delete", "--topic", "reborn")
      try await cluster.createTopic("reborn", replicas: 3)
      try await cluster.produce((0..<5).map { "\($0)" }, to: "reborn")
    }

    @Test func `an open transaction holds back the last stable offset, as Kafka says`() async throws {
      try await cluster.createTopic("open", replicas: 3)
      let daemon = try await RunningDaemon.watching(cluster)
      let producer = try cluster.keep(
        "producer-perf", "--topic", "open", "--num-records", "100000", "--record-size", "50", "--throughput",
        "20",
        "--transactional-id", "unfinished", "--transaction-duration-ms", "50000")
      let page = try await daemon.page { page in
        page.values(of: "broker_transactions_open").reduce(0, +) == 1
          && page.value(of: "broker_partition_last_stable_offset", ["topic": "open"]) != nil
      }
      async let list = cluster.ask("transactions", "list")
      async let producers = cluster.ask(
        "transactions", "describe-producers", "--topic", "open", "--partition", "0")
      let open = try await list.split(separator: "\n").map { $0.split(separator: "\t") }.first {
        $0.first?.hasPrefix("unfinished") == true
      }
      let coordinator = try #require(open?.dropFirst().first).filter(\.isNumber)
      #expect(page.value(of: "broker_transactions_open", ["broker": coordinator]) == 1)
      let start = try await producers.split(separator: "\n").last?.split(separator: "\t").dropFirst(5).first
      let stable = page.value(of: "broker_partition_last_stable_offset", ["topic": "open"])
      #expect(stable == start.flatMap { Double($0.filter(\.isNumber)) })
      producer.signal(9)
      #expect(try await daemon.terminate() == 0)
    }
  }
}
