import Kafka
import Model
import Simulation
import TestSupport
import Testing

/// Kafka's own tools against the simulation: what they print is what the cluster was told.
@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: JavaTool.isUsable, "BROKERWATCH_KAFKA does not say where a Kafka lies"))
struct JavaToolTests {
  private static func world<Result>(
    time: any TimeSource = ManualTime(), _ body: (Simulation) async throws -> Result
  ) async throws -> Result {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.addTopic("orders", partitions: 2, replication: 2)
    cluster.append(100, to: "orders", 0)
    cluster.append(30, to: "orders", 1)
    cluster["orders", 0]?.log.cut(to: 5)
    cluster["orders", 1]?.reassignment = SimulatedReassignment(adding: [1], removing: [3])
    for (name, kind) in [
      ("old", GroupKind.classic), ("new", .consumer), ("shared", .share), ("flow", .streams),
    ] {
      cluster.addGroup(name, kind, reading: "orders")
      cluster.commit(90, by: name, in: "orders", 0)
    }
    var transaction = SimulatedTransaction(producerID: 4711)
    transaction.partitions = ["orders": [0]]
    transaction.startMilliseconds = 1_699_999_990_000
    cluster.transactions["ledger"] = transaction
    cluster.quorum?.voters[2].lag = 12
    cluster.features["share.version"] = 1
    cluster.features["streams.version"] = 1
    return try await SimulatedWorld.with(cluster, time: time) { world throws in
      let result = try await body(world.simulation)
      #expect(world.simulation.problems.isEmpty)
      return result
    }
  }

  @Test func `topics, replicas and what is being moved`() async throws {
    try await Self.world { simulation throws in
      let topics = try await JavaTool.topics.run("--describe", "--topic", "orders", at: simulation)
      let lines = topics.filter { $0.contains("Partition:") }.map { $0.joined(separator: " ") }
      #expect(lines.count == 2)
      #expect(lines[0].hasPrefix("Topic: orders Partition: 0 Leader: 1 Replicas: 1,2 Isr: 1,2"))
      #expect(lines[1].hasPrefix("Topic: orders Partition: 1 Leader: 2 Replicas: 2,3 Isr: 2,3"))
      let moves = try await JavaTool.reassignments.run("--list", at: simulation)
      #expect(
        moves.contains {
          $0.joined(separator: " ").contains("orders-1: replicas: 2,3. adding: 1. removing: 3.")
        })
    }
  }

  @Test func `offsets and sizes`() async throws {
    try await Self.world { simulation throws in
      func offsets(_ time: String) async throws -> [String] {
        try await JavaTool.offsets.run("--topic", "orders", "--time", time, at: simulation).map {
          $0.joined()
        }
      }
      #expect(try await offsets("-1") == ["orders:0:100", "orders:1:30"])
      #expect(try await offsets("-2") == ["orders:0:5", "orders:1:0"])
      let logs = try await JavaTool.logDirs.run("--describe", "--topic-list", "orders", at: simulation)
      let text = logs.joined().joined()
      #expect(text.contains("\"partition\":\"orders-0\",\"size\":9500,\"offsetLag\":0"))
      #expect(text.contains("\"partition\":\"orders-1\",\"size\":3000,\"offsetLag\":0"))
    }
  }

  @Test(arguments: ["old", "new"]) func `lag and members of a consumer group`(name: String) async throws {
    try await Self.world { simulation throws in
      let group = try await JavaTool.consumerGroups.run("--describe", "--group", name, at: simulation).after(
        name)
      #expect(
        group.map { $0.prefix(6) } == [
          ["orders", "0", "90", "100", "10", "\(name)-member-1"],
          ["orders", "1", "30", "30", "0", "\(name)-member-1"],
        ])
      let state = try await JavaTool.consumerGroups.run(
        "--describe", "--group", name, "--state", at: simulation)
      #expect(state.after(name).first?.contains("Stable") == true)
    }
  }

  @Test func `share and streams groups`() async throws {
    try await Self.world { simulation throws in
      let shared = try await JavaTool.shareGroups.run("--describe", "--group", "shared", at: simulation)
      #expect(shared.after("shared") == [["orders", "0", "90", "10"], ["orders", "1", "30", "0"]])
      let flow = try await JavaTool.streamsGroups.run(
        "--describe", "--group", "flow", "--members", at: simulation)
      #expect(flow.after("flow").first?.contains("flow-member-1") == true)
    }
  }

  @Test func `the quorum and transactions`() async throws {
    try await Self.world { simulation throws in
      let quorum = try await JavaTool.quorum.run("describe", "--status", at: simulation)
      #expect(quorum.after("LeaderId:") == [["1"]])
      #expect(quorum.after("MaxFollowerLag:") == [["12"]])
      let transactions = try await JavaTool.transactions.run("list", at: simulation)
      #expect(transactions.after("ledger") == [["1", "4711", "Ongoing"]])
    }
  }

  @Test func `a Java producer and a Java consumer in a group`() async throws {
    try await Self.world(time: SystemTime()) { simulation throws in
      let sent = try await JavaTool.producer.run("--topic", "orders", "--max-messages", "20", at: simulation)
      #expect(sent.joined().joined().contains("\"sent\":20,\"acked\":20"))
      let read = try await JavaTool.consumer.run(
        "--topic", "orders", "--group", "java", "--from-beginning", "--max-messages", "145", at: simulation)
      #expect(Set(read.joined()).isSuperset(of: ["0", "19"]))
      #expect(read.filter { $0.first == "record" }.count == 125)
      let group = simulation.cluster.groups["java"]
      #expect(group?.state == .empty)
      #expect(group?.commits["orders"]?.values.reduce(0) { $0 + $1.offset } == 150)
    }
  }
}
