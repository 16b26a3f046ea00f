import Model
import Testing

@testable import Monitor

@Suite struct PartitionTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var leader: NodeID? = 1
    var replicas: [NodeID] = [1, 2, 3]
    var inSync: [NodeID] = [1, 2, 3]
    var adding: [NodeID]?
    var minimum: Int?
    let troubles: PartitionTroubles
  }

  @Test(arguments: [
    Case(testDescription: "healthy", minimum: 2, troubles: []),
    Case(testDescription: "a replica missing", inSync: [1, 2], troubles: .underReplicated),
    Case(
      testDescription: "trap 13: a reassignment fills a fourth replica", replicas: [4, 1, 2, 3], adding: [4],
      troubles: .reassigning),
    Case(
      testDescription: "trap 13: a reassignment with an old replica missing", replicas: [4, 1, 2, 3],
      inSync: [1, 2],
      adding: [4], troubles: [.reassigning, .underReplicated]),
    Case(
      testDescription: "trap 14: below the minimum", inSync: [1], minimum: 2,
      troubles: [.underReplicated, .underMinimum]),
    Case(
      testDescription: "trap 14: at the minimum", inSync: [1, 2], minimum: 2,
      troubles: [.underReplicated, .atMinimum]),
    Case(testDescription: "trap 14: minimum unknown", inSync: [1], troubles: .underReplicated),
    Case(
      testDescription: "single replica at its minimum", replicas: [1], inSync: [1], minimum: 1,
      troubles: .atMinimum),
    Case(
      testDescription: "trap 12: no leader", leader: nil, inSync: [1], minimum: 2,
      troubles: [.offline, .underReplicated]),
    Case(testDescription: "led by another than preferred", leader: 2, troubles: .notPreferred),
    Case(
      testDescription: "led by the old leader during a reassignment", leader: 1, replicas: [4, 1, 2, 3],
      adding: [4],
      troubles: .reassigning),
    Case(
      testDescription: "metadata says nothing", leader: nil, replicas: [], inSync: [], minimum: 2,
      troubles: []),
  ])
  func `troubles of one partition`(_ example: Case) {
    var cluster = ClusterBuilder()
    cluster.topics["t"] = [
      .init(leader: example.leader, replicas: example.replicas, inSync: example.inSync)
    ]
    cluster.settings["t"] = TopicSettings()
    cluster.settings["t"]?.minimumInSync = example.minimum
    cluster.reading.reassignments = example.adding.map { [.init(partition: 0, adding: $0, removing: [])] }
    var run = JudgeRun()
    #expect(run(cluster).troubles == [example.troubles])
  }

  @Test func `troubles add up for the leader, and for the cluster where nobody leads`() {
    var cluster = ClusterBuilder()
    cluster.topics["t"] = [
      .init(leader: 1, inSync: [1, 2]), .init(leader: 2), .init(leader: nil), .init(leader: 2, inSync: [2]),
    ]
    var run = JudgeRun()
    let verdict = run(cluster)
    #expect(verdict.brokers.map(\.id) == [1, 2, 3])
    #expect(verdict.brokers.map(\.leaders) == [1, 2, 0])
    #expect(verdict.brokers.map(\.replicas) == [4, 4, 4])
    #expect(verdict.brokers.map(\.underReplicated) == [1, 1, 0])
    #expect(verdict.brokers.map(\.notPreferred) == [0, 2, 0])
    #expect(verdict.offline == 1)
    #expect(verdict.unavailable == 0)
    #expect(verdict.reassigning == nil)
  }

  @Test func `trap 15: metadata may list a dead leader as healthy, but it does not answer`() {
    var cluster = ClusterBuilder()
    cluster.topics["t"] = [.init(leader: 1), .init(leader: 2), .init(leader: 3)]
    cluster.brokers[0].answers = false
    cluster.brokers[2].answers = nil
    var run = JudgeRun()
    let verdict = run(cluster)
    #expect(verdict.troubles == [.unavailable, .notPreferred, .notPreferred])
    #expect(verdict.unavailable == 1)
    for index in cluster.brokers.indices { cluster.brokers[index].answers = nil }
    #expect(run(cluster).unavailable == nil)
  }

  @Test func `trap 38: internal topics count for health and not for throughput`() {
    var cluster = ClusterBuilder()
    cluster.internals = ["__consumer_offsets"]
    cluster.topics["__consumer_offsets"] = [.init(inSync: [1], end: 10)]
    var run = JudgeRun()
    run(cluster)
    cluster.topics["__consumer_offsets"]?[0].end = 1000
    let verdict = run(cluster)
    #expect(verdict.brokers[0].underReplicated == 1)
    #expect(verdict.messagesIn.isEmpty)
  }

  @Test func `topics with one replica or in one rack are counted, racks only where all are known`() {
    var cluster = ClusterBuilder()
    cluster.topics = [
      "a": [.init(replicas: [1])], "b": [.init(replicas: [1, 2])], "c": [.init(replicas: [1, 3])],
    ]
    var run = JudgeRun()
    #expect(run(cluster).singleReplicaTopics == 1)
    #expect(run(cluster).singleRackTopics == nil)
    for (index, rack) in ["x", "x", "y"].enumerated() { cluster.brokers[index].rack = rack }
    #expect(run(cluster).singleRackTopics == 2)
    cluster.brokers[2].rack = nil
    #expect(run(cluster).singleRackTopics == nil)
  }

  @Test func `a transaction that stays open marks its partition once it is older than any may be`() {
    var cluster = ClusterBuilder(ends: [100, 100])
    cluster.topics["t"]?[0].stable = 90
    cluster.topics["t"]?[1].stable = 90
    var run = JudgeRun()
    #expect(run(cluster).hangingTransactions == 0)
    cluster.topics["t"]?[0].end = 200
    cluster.topics["t"]?[1].stable = 95
    #expect(run(cluster, after: 19 * 60).hangingTransactions == 0)
    cluster.topics["t"]?[0].end = 300
    let verdict = run(cluster, after: 90)
    #expect(verdict.hangingTransactions == 1)
    #expect(verdict.troubles[0].contains(.hangingTransaction))
    #expect(!verdict.troubles[1].contains(.hangingTransaction))
    cluster.topics["t"]?[0].stable = 300
    #expect(run(cluster).hangingTransactions == 0)
  }

  @Test func `trap 14: who leads a partition of unknown minimum has no count of those at or below it`() {
    var cluster = ClusterBuilder()
    cluster.topics = [
      "a": [.init(leader: 1, inSync: [1]), .init(leader: 2)], "b": [.init(leader: 2), .init(leader: nil)],
    ]
    cluster.settings["a"] = TopicSettings()
    cluster.settings["a"]?.minimumInSync = 2
    var run = JudgeRun()
    let verdict = run(cluster)
    #expect(verdict.brokers.map(\.underMinimum) == [1, nil, 0])
    #expect(verdict.brokers.map(\.atMinimum) == [0, nil, 0])
    #expect(verdict.brokers.map(\.underReplicated) == [1, 0, 0])
    cluster.settings["b"] = cluster.settings["a"]
    #expect(run(cluster).brokers.map(\.underMinimum) == [1, 0, 0])
  }

  @Test func `a transaction grows no older while nobody knows whether it is still open`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.topics["t"]?[0].stable = 90
    var run = JudgeRun()
    run(cluster)
    run(cluster, after: 15 * 60)
    cluster.topics["t"]?[0].stable = nil
    #expect(run(cluster, after: 1).hangingTransactions == nil)
    let unknown = run(cluster, after: 30 * 60)
    #expect(unknown.hangingTransactions == nil)
    #expect(unknown.troubles == [[]])
    cluster.topics["t"]?[0].stable = 90
    #expect(run(cluster).hangingTransactions == 0)
    #expect(run(cluster, after: 4 * 60).hangingTransactions == 0)
    #expect(run(cluster, after: 2 * 60).hangingTransactions == 1)
  }
}
