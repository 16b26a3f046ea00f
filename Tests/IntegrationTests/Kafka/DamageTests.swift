import TestSupport
import Testing

extension KafkaProofs {
  /// Replicas that are missing, moved or too few.
  @Suite struct DamageTests {
    private let cluster: RealCluster

    init() throws {
      cluster = try #require(RealCluster.current)
    }

    /// The partitions that a filter of `topics --describe` lets through.
    private func listed(_ filter: String) async throws -> Set<TopicPartition> {
      Set(KafkaTools.partitions(try await cluster.ask("topics", "--describe", filter)).keys)
    }

    /// Without a leader a partition is offline: there is no broker among whose partitions it would count besides.
    private func expectCounts(_ daemon: RunningDaemon) async throws {
      async let short = listed("--under-replicated-partitions")
      async let few = listed("--under-min-isr-partitions")
      async let gone = listed("--unavailable-partitions")
      let offline = try await gone
      let truth = try await [
        "broker_under_replicated_partitions": short.subtracting(offline).count,
        "broker_under_min_isr_partitions": few.subtracting(offline).count,
        "broker_offline_partitions": offline.count,
      ]
      let page = try await daemon.freshPage()
      for (name, number) in truth {
        #expect(page.values(of: name).reduce(0, +) == Double(number), "\(name)")
      }
      Proof.note("\(truth)")
    }

    /// A copy to a third broker at a kilobyte a second does not end; only the first megabyte is not held back.
    private func move() async throws {
      try await cluster.ask("topics", "--create", "--topic", "moved", "--replica-assignment", "1:2")
      try await cluster.produce(
        (0..<250).map { "\($0) " + String(repeating: "x", count: 20_000) }, to: "moved")
      let plan = #"{"version": 1, "partitions": [{"topic": "moved", "partition": 0, "replicas": [1, 3]}]}"#
      let file = try TemporaryDirectory().write(Array(plan.utf8), to: "plan.json")
      try await cluster.ask(
        "reassign-partitions", "--reassignment-json-file", file, "--execute", "--throttle", "1000")
    }

    private func cancelMove() async throws {
      let plan = #"{"version": 1, "partitions": [{"topic": "moved", "partition": 0, "replicas": [1, 3]}]}"#
      let file = try TemporaryDirectory().write(Array(plan.utf8), to: "plan.json")
      try await cluster.ask("reassign-partitions", "--reassignment-json-file", file, "--cancel")
    }

    @Test func `a move in progress is no damage, and a lost broker is as much as Kafka's tools say`()
      async throws
    {
      async let strict: Void = cluster.createTopic(
        "strict", partitions: 3, replicas: 3, settings: ["min.insync.replicas=3"])
      async let moved: Void = move()
      async let alone = cluster.ask("topics", "--create", "--topic", "alone", "--replica-assignment", "1,2,3")
      _ = try await (strict, moved, alone)
      let daemon = try await RunningDaemon.watching(cluster)
      let page = try await daemon.page { $0.value(of: "broker_reassigning_partitions") == 1 }
      let moves = try await cluster.ask("reassign-partitions", "--list")
      #expect(moves.contains("moved-0: replicas: ") && moves.contains("adding: 3"))
      #expect(page.values(of: "broker_under_replicated_partitions") == [0, 0, 0])
      let left =
        try await daemon.page { $0.value(of: "broker_reassignment_remaining_bytes") != nil }
        .value(of: "broker_reassignment_remaining_bytes") ?? -1
      #expect(left > 0 && left <= 5_500_000)
      Proof.note("a move in progress: \(Int(left)) bytes remain")
      try await expectCounts(daemon)
      try await cancelMove()
      try await daemon.page { $0.value(of: "broker_reassigning_partitions") == 0 }
      try await cluster.kill(3)
      try await daemon.page { ($0.value(of: "broker_offline_partitions") ?? 0) > 0 }
      try await expectCounts(daemon)
      try await cluster.start(3)
      try await daemon.page { $0.values(of: "broker_under_replicated_partitions") == [0, 0, 0] }
      try await expectCounts(daemon)
      #expect(try await daemon.terminate() == 0)
    }
  }
}
