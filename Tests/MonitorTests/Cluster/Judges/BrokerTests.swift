import Model
import Testing

@testable import Monitor

@Suite struct BrokerTests {
  private static let quorum = QuorumAnswer.described(QuorumReading(leader: 3, epoch: 7))

  private func cluster(_ kind: ClusterKind = .kraft, _ answer: QuorumAnswer? = quorum) -> ClusterBuilder {
    var cluster = ClusterBuilder(ends: [10])
    cluster.topics["t"]?[0].inSync = [1, 2]
    cluster.reading.identity.kind = kind
    cluster.reading.quorum = answer
    return cluster
  }

  @Test(
    arguments: [
      ([quorum, .noLeader], [false, true]),
      ([quorum, .late], [false, false]),
      ([quorum, .late, .late], [false, false, true]),
      ([.late, .late, quorum, .late], [nil, true, false, false]),
      ([quorum, nil], [false, nil]),
      ([.noLeader, .late, .late], [true, true, true]),
      ([.noLeader, nil, nil, quorum, nil], [true, true, true, false, nil]),
      ([.late, .late, nil, .late, nil], [nil, true, true, true, true]),
      (
        [.noLeader, nil, nil, nil, nil, nil, nil, nil, .late],
        [true, true, true, true, true, true, true, nil, nil]
      ),
    ] as [([QuorumAnswer?], [Bool?])])
  func `metadata freezes without a quorum leader at once, and after two late ones, until described or silent`(
    _ answers: [QuorumAnswer?], _ frozen: [Bool?]
  ) {
    var run = JudgeRun()
    #expect(answers.map { run(cluster(.kraft, $0)).isFrozen } == frozen)
  }

  @Test func `a cluster without a quorum is neither frozen nor not`() {
    var run = JudgeRun()
    #expect(run(cluster(.zookeeper, nil)).isFrozen == nil)
    #expect(run(cluster(.redpanda, .noLeader)).isFrozen == nil)
  }

  @Test
  func `frozen metadata says nothing of in-sync sets and controllers, and who does not answer is not live`() {
    var run = JudgeRun()
    var cluster = cluster()
    let healthy = run(cluster)
    #expect(healthy.brokers[0].underReplicated == 1)
    #expect(healthy.controller == 3)
    #expect(healthy.liveBrokers == 3)
    cluster.reading.quorum = .noLeader
    cluster.brokers[0].answers = false
    let frozen = run(cluster)
    #expect(frozen.brokers[0].underReplicated == nil)
    #expect(frozen.brokers[0].underMinimum == nil)
    #expect(frozen.brokers[0].atMinimum == nil)
    #expect(frozen.brokers[0].notPreferred == nil)
    #expect(frozen.controller == nil)
    #expect(frozen.liveBrokers == 2)
    #expect(frozen.unavailable == 1)
    #expect(frozen.troubles == [.unavailable])
  }

  @Test func `the controller is the quorum's leader in KRaft and metadata's word elsewhere`() {
    var cluster = cluster()
    cluster.reading.controller = 2
    var run = JudgeRun()
    #expect(run(cluster).controller == 3)
    cluster.reading.quorum = nil
    #expect(run(cluster).controller == nil)
    cluster.reading.identity.kind = .zookeeper
    #expect(run(cluster).controller == 2)
  }

  @Test func `a new controller and a re-election of the same one both count, losing sight of it does not`() {
    var run = JudgeRun()
    let steps: [(NodeID, Int32)?] = [(1, 1), (1, 1), (2, 2), nil, (2, 2), (2, 3)]
    let counts = steps.map { step in
      run(cluster(.kraft, step.map { .described(QuorumReading(leader: $0.0, epoch: $0.1)) }))
        .controllerChanges
    }
    #expect(counts == [0, 0, 1, 1, 1, 2])
  }

  @Test
  func
    `trap 15: a registered broker stays expected while it is dead, and is forgotten once it is unregistered`()
  {
    var cluster = cluster()
    for index in cluster.brokers.indices { cluster.brokers[index].isRegistered = true }
    var run = JudgeRun()
    run(cluster)
    cluster.brokers[2].isLive = nil
    cluster.brokers[2].isFenced = true
    let dead = run(cluster)
    #expect(dead.liveBrokers == 2)
    #expect(dead.expectedBrokers == ExpectedBrokers(source: .registered, count: 3, brokers: [1, 2, 3]))
    cluster.brokers.removeLast()
    #expect(run(cluster).expectedBrokers?.brokers == [1, 2])
  }

  @Test func `without registrations whoever is live or named as a replica is expected`() {
    var cluster = cluster()
    cluster.brokers = [1, 2].map { BrokerReading(id: $0, isLive: true) }
    cluster.topics["t"]?[0].replicas = [1, 4]
    var run = JudgeRun()
    #expect(run(cluster).expectedBrokers == ExpectedBrokers(source: .replicas, count: 3, brokers: [1, 2, 4]))
    cluster.topics["t"]?[0].replicas = [1, 2]
    #expect(run(cluster).expectedBrokers?.brokers == [1, 2])
  }

  @Test func `a registration list that cannot be read again stands for ten minutes`() {
    var cluster = cluster()
    var run = JudgeRun()
    cluster.brokers = [1, 2, 9].map { BrokerReading(id: $0, isRegistered: true) }
    run(cluster)
    cluster.brokers = [1, 2].map { BrokerReading(id: $0, isLive: true) }
    #expect(run(cluster, after: 599).expectedBrokers?.brokers == [1, 2, 9])
    #expect(run(cluster, after: 2).expectedBrokers?.brokers == [1, 2, 3])
  }

  @Test func `a configured number goes above all, and an empty reading changes nothing`() {
    var settings = ClusterJudgeSettings()
    settings.expectedBrokers = 5
    var configured = JudgeRun(settings)
    #expect(configured(ClusterBuilder.init()).expectedBrokers?.count == 5)
    var cluster = cluster()
    cluster.brokers = []
    #expect(
      configured(cluster).expectedBrokers
        == ExpectedBrokers(source: .configured, count: 5, brokers: [1, 2, 3]))
    var nothing = ClusterBuilder()
    nothing.brokers = []
    #expect(configured(nothing).expectedBrokers?.brokers == [1, 2, 3])
    var unconfigured = JudgeRun()
    #expect(unconfigured(nothing).expectedBrokers == nil)
  }

  @Test func `where only a controller is watched nothing is said of what brokers lead and hold`() {
    var cluster = ClusterBuilder()
    cluster.topics = [:]
    cluster.brokers = [BrokerReading(id: 100, answers: true), BrokerReading(id: 101)]
    cluster.reading.identity.kind = .kraft
    cluster.reading.quorum = .described(QuorumReading(leader: 100, epoch: 3))
    var run = JudgeRun()
    let verdict = run(cluster)
    #expect(verdict.brokers.isEmpty)
    #expect(verdict.controller == 100)
    // An empty cluster's brokers do lead nothing.
    cluster.brokers[0].isLive = true
    #expect(run(cluster).brokers.map(\.leaders) == [0, 0])
  }
}
