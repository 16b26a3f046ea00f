import Model
import Testing

@testable import Monitor

@Suite struct MetadataChangeTests {
  typealias Partition = ClusterBuilder.Partition

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let before: Partition
    let after: Partition
    var counted = MetadataChanges()
  }

  private static func changes(
    shrinks: UInt64 = 0, expands: UInt64 = 0, leaderChanges: UInt64 = 0, unclean: UInt64 = 0
  ) -> MetadataChanges {
    var changes = MetadataChanges()
    (changes.shrinks, changes.expands) = (shrinks, expands)
    (changes.leaderChanges, changes.uncleanElections) = (leaderChanges, unclean)
    return changes
  }

  @Test(arguments: [
    Case(testDescription: "nothing", before: .init(), after: .init()),
    Case(
      testDescription: "a replica fell behind", before: .init(), after: .init(inSync: [1, 2]),
      counted: changes(shrinks: 1)),
    Case(
      testDescription: "a replica caught up", before: .init(inSync: [1, 2]), after: .init(),
      counted: changes(expands: 1)),
    Case(
      testDescription: "one fell behind and one caught up", before: .init(inSync: [1, 2]),
      after: .init(inSync: [1, 3]),
      counted: changes(shrinks: 1, expands: 1)),
    Case(
      testDescription: "a reassignment took a replica away", before: .init(),
      after: .init(replicas: [1, 2], inSync: [1, 2])),
    Case(
      testDescription: "a reassignment added a replica", before: .init(replicas: [1, 2], inSync: [1, 2]),
      after: .init()),
    Case(
      testDescription: "another leader", before: .init(leader: 2), after: .init(leader: 1, epoch: 1),
      counted: changes(leaderChanges: 1)),
    Case(
      testDescription: "metadata from before the last election", before: .init(leader: 1, epoch: 5),
      after: .init(leader: 2, epoch: 4, inSync: [2])),
    Case(
      testDescription: "unclean: elected from outside, records missing",
      before: .init(leader: nil, inSync: [3], end: 100),
      after: .init(leader: 1, epoch: 1, inSync: [1], end: 90),
      counted: changes(shrinks: 1, expands: 1, unclean: 1)),
    Case(
      testDescription: "elected from outside but nothing missing: an eligible replica",
      before: .init(leader: nil, inSync: [3], end: 100),
      after: .init(leader: 1, epoch: 1, inSync: [1], end: 100),
      counted: changes(shrinks: 1, expands: 1)),
    Case(
      testDescription: "elected from the in-sync set", before: .init(leader: nil, inSync: [1], end: 100),
      after: .init(leader: 1, epoch: 1, inSync: [1], end: 90)),
  ])
  func `changes between two readings count for the leader`(_ example: Case) {
    var cluster = ClusterBuilder()
    var run = JudgeRun()
    cluster.topics["t"] = [example.before]
    #expect(run(cluster).brokers.allSatisfy { $0.changes == MetadataChanges() })
    cluster.topics["t"] = [example.after]
    let verdict = run(cluster)
    #expect(verdict.brokers[0].changes == example.counted)
    #expect(verdict.brokers.dropFirst().allSatisfy { $0.changes == MetadataChanges() })
  }

  @Test func `a leader that was away and comes back is no change, another one is`() {
    var cluster = ClusterBuilder()
    var run = JudgeRun()
    for leader in [1, nil, 1, nil, 2] as [NodeID?] {
      cluster.topics["t"] = [.init(leader: leader)]
      run(cluster)
    }
    #expect(run(cluster).brokers.map(\.changes.leaderChanges) == [0, 1, 0])
  }

  @Test func `an unclean election is proven by the log's end even when that is read later`() {
    var cluster = ClusterBuilder()
    var run = JudgeRun()
    cluster.topics["t"] = [.init(leader: nil, inSync: [3], end: 100)]
    run(cluster)
    cluster.topics["t"]?[0].end = nil
    run(cluster)
    cluster.topics["t"] = [.init(leader: 1, epoch: 1, inSync: [1])]
    #expect(run(cluster).brokers[0].changes.uncleanElections == 0)
    cluster.topics["t"]?[0].end = 60
    #expect(run(cluster).brokers[0].changes.uncleanElections == 1)
    #expect(run(cluster).brokers[0].changes.uncleanElections == 1)
  }

  @Test func `where no eligible replicas exist an election from outside the in-sync set is proof enough`() {
    var cluster = ClusterBuilder()
    cluster.reading.identity.electsEligibleReplicas = false
    var run = JudgeRun()
    cluster.topics["t"] = [.init(leader: nil, inSync: [3])]
    run(cluster)
    cluster.topics["t"] = [.init(leader: 1, epoch: 1, inSync: [1])]
    #expect(run(cluster).brokers[0].changes.uncleanElections == 1)
  }

  @Test func `trap 11: a re-created topic is no election and no shrink`() {
    var cluster = ClusterBuilder()
    var run = JudgeRun()
    cluster.topics["t"] = [.init(leader: 1, epoch: 8)]
    run(cluster)
    cluster.ids["t"] = ClusterBuilder.id(2)
    cluster.topics["t"] = [.init(leader: 2, epoch: 0, inSync: [2])]
    #expect(run(cluster).brokers.allSatisfy { $0.changes == MetadataChanges() })
  }

  @Test func `frozen metadata changes no counter, and what changed meanwhile counts once it thaws`() {
    var cluster = ClusterBuilder()
    cluster.reading.identity.kind = .kraft
    cluster.reading.quorum = .described(QuorumReading(leader: 1, epoch: 1))
    var run = JudgeRun()
    cluster.topics["t"] = [.init()]
    run(cluster)
    cluster.reading.quorum = .noLeader
    cluster.topics["t"] = [.init(inSync: [1])]
    #expect(run(cluster).brokers[0].changes.shrinks == 0)
    cluster.reading.quorum = .described(QuorumReading(leader: 1, epoch: 1))
    #expect(run(cluster).brokers[0].changes.shrinks == 1)
  }

  @Test func `an end of an earlier cycle clears no election of the suspicion that it lost records`() {
    var cluster = ClusterBuilder(ends: [100])
    var run = JudgeRun()
    cluster.topics["t"]?[0].inSync = [1]
    run(cluster)
    cluster.topics["t"]?[0].leader = nil
    run(cluster)
    cluster.topics["t"]?[0].leader = 2
    cluster.topics["t"]?[0].inSync = [2]
    cluster.topics["t"]?[0].isFresh = false
    #expect(run(cluster).brokers[1].changes.uncleanElections == 0)
    cluster.topics["t"]?[0].end = 60
    cluster.topics["t"]?[0].isFresh = true
    #expect(run(cluster).brokers[1].changes.uncleanElections == 1)
  }
}
