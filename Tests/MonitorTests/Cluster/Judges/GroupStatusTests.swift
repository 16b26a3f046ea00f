import Model
import Testing

@testable import Monitor

@Suite struct GroupStatusTests {
  /// Runs a group over some minutes, six readings each; `step` sets the partition's end and the group's commit.
  private func statuses(
    minutes: Int, group: ClusterBuilder.Group = .init(), ids: Bool = true,
    _ step: (_ reading: Int) -> (end: Int64?, committed: Int64)
  ) -> [GroupVerdict] {
    var cluster = ClusterBuilder(ends: [0])
    var run = JudgeRun()
    return (0..<(minutes * 6)).map { reading in
      let (end, committed) = step(reading)
      cluster.topics["t"]?[0].end = end
      var now = group
      now.commits = [("t", 0, committed)]
      cluster.groups["g"] = now
      return run(cluster).groups[0]
    }
  }

  @Test func `whoever keeps up is ok from the first reading`() {
    let verdicts = statuses(minutes: 10) { (Int64($0 * 100), Int64($0 * 100)) }
    #expect(verdicts.allSatisfy { $0.status == .ok && $0.causes.isEmpty })
  }

  @Test func `a lag that stays at its level is ok, however large`() {
    let verdicts = statuses(minutes: 20) { (Int64($0 * 100 + 1_000_000 + ($0 % 3) * 40), Int64($0 * 100)) }
    #expect(verdicts.dropFirst().allSatisfy { $0.status == .ok })
  }

  @Test func `a lag that grows for the whole window although the group moves is lagging, until it shrinks`() {
    let verdicts = statuses(minutes: 20) { reading in
      reading < 60
        ? (Int64(reading * 100), Int64(reading * 40)) : (6000, Int64(min(6000, 2400 + (reading - 60) * 100)))
    }
    #expect(verdicts[5].status == .ok)
    #expect(verdicts[40..<60].allSatisfy { $0.status == .lagging })
    #expect(verdicts.last?.status == .ok)
  }

  @Test func `nothing is said of a group that stands still until the window has passed, then it is stalled`()
  {
    let verdicts = statuses(minutes: 10) { (Int64(1000 + $0 * 100), 500) }
    #expect(verdicts[..<31].allSatisfy { $0.status == nil })
    #expect(verdicts[31...].allSatisfy { $0.status == .stalled && $0.causes.isEmpty })
  }

  @Test func `without members standing still is being stopped, and the cause says so`() {
    for group in [ClusterBuilder.Group(state: .empty, members: []), .init(state: .dead, members: nil)] {
      let verdicts = statuses(minutes: 10, group: group) { (Int64(1000 + $0 * 100), 500) }
      #expect(verdicts.last?.status == .stopped)
      #expect(verdicts.last?.causes == .noMembers)
    }
  }

  @Test func `a group without members that still commits is no stopped one`() {
    let group = ClusterBuilder.Group(state: .empty, members: [])
    let verdicts = statuses(minutes: 10, group: group) { (Int64(1000 + $0 * 100), Int64(500 + $0 * 100)) }
    #expect(verdicts.last?.status == .ok)
  }

  @Test func `a slow topic stalls nobody: standing still counts only while there is something to read`() {
    let verdicts = statuses(minutes: 60) { reading in
      let records = Int64(reading / 120)
      return (records, reading % 120 < 3 ? max(0, records - 1) : records)
    }
    #expect(verdicts.dropFirst().allSatisfy { $0.status == .ok || $0.status == nil })
    #expect(verdicts[200].status == .ok)
  }

  @Test func `whoever commits every eight minutes is not stalled after five`() {
    let verdicts = statuses(minutes: 40) { (Int64($0 * 10 + 100), Int64(($0 / 48) * 480)) }
    #expect(!verdicts[50...].contains { $0.status == .stalled })
  }

  @Test func `whoever had nothing to read for an hour gets no more patience than others`() {
    let verdicts = statuses(minutes: 75) { reading in
      reading < 390 ? (100, reading < 5 ? 90 : 100) : (200, 100)
    }
    #expect(verdicts[389].status == .ok)
    #expect(verdicts[421...].allSatisfy { $0.status == .stalled })
  }

  @Test func `going back is rewound until the window has passed or the ground is made up`() {
    let back = statuses(minutes: 12) { reading in
      (10_000, reading < 10 ? Int64(5000 + reading) : Int64(1000 + reading))
    }
    #expect(back[9].status == .ok)
    #expect(back[10..<41].allSatisfy { $0.status == .rewound })
    #expect(back[45].status == .ok)
    let madeUp = statuses(minutes: 5) { reading in (10_000, reading == 10 ? 1000 : Int64(5000 + reading)) }
    #expect(madeUp[10].status == .rewound)
    #expect(madeUp[11].status == .ok)
  }

  @Test func `trap 4: coming back from beyond a truncated log is no rewind`() {
    let verdicts = statuses(minutes: 3) { reading in
      reading < 5 ? (1000, 900) : reading < 8 ? (600, 900) : (600 + Int64(reading), 590 + Int64(reading))
    }
    #expect(!verdicts.contains { $0.status == .rewound })
  }

  @Test func `trap 5: the marker behind the last transaction stalls nobody`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.topics["t"]?[0].stable = 90
    var run = JudgeRun()
    cluster.groups["g"] = .init(commits: [("t", 0, 90)])
    run(cluster)
    cluster.topics["t"]?[0].stable = 100
    cluster.groups["g"] = .init(commits: [("t", 0, 99)])
    for _ in 0..<60 { #expect(run(cluster).groups[0].status == .ok) }
    cluster.groups["g"]?.commits = [("t", 0, 98)]
    var last: GroupStatus?
    for _ in 0..<60 { last = run(cluster).groups[0].status }
    #expect(last == .stalled)
  }

  @Test func `trap 12: a group that waits for a leaderless partition is stalled, and that is why`() {
    var cluster = ClusterBuilder(ends: [100, 100])
    cluster.groups["g"] = .init(commits: [("t", 0, 50), ("t", 1, 100)])
    var run = JudgeRun()
    run(cluster)
    cluster.topics["t"]?[0].leader = nil
    cluster.topics["t"]?[0].end = nil
    var verdict = run(cluster)
    #expect(verdict.groups[0].status == nil)
    for _ in 0..<31 { verdict = run(cluster) }
    #expect(verdict.groups[0].status == .stalled)
    #expect(verdict.groups[0].causes == .leaderlessPartition)
  }

  @Test func `one partition that stands still stalls the group however the others run`() {
    var cluster = ClusterBuilder(ends: [0, 1000])
    var run = JudgeRun()
    var verdict = ClusterVerdict()
    for reading in 0..<40 {
      cluster.topics["t"]?[0].end = Int64(reading * 100)
      cluster.groups["g"] = .init(commits: [("t", 0, Int64(reading * 100)), ("t", 1, 500)])
      verdict = run(cluster)
    }
    #expect(verdict.groups[0].status == .stalled)
  }

  @Test func `causes come from the group, its partitions and what other sections know of their brokers`() {
    var cluster = ClusterBuilder(ends: [1000])
    cluster.groups["g"] = .init(state: .preparingRebalance, coordinator: 2, commits: [("t", 0, 500)])
    cluster.brokers[0].answers = false
    var hints = StatusHints()
    hints.restarted = [1]
    hints.diskFull = [2]
    hints.outOfMemory = [3]
    var run = JudgeRun()
    #expect(run(cluster, hints: hints).groups[0].causes == .rebalancing)
    let verdict = run(cluster, after: 301, hints: hints)
    #expect(verdict.groups[0].status == .stalled)
    #expect(verdict.groups[0].causes == [.rebalancing, .unavailablePartition, .brokerRestarted, .diskFull])
    #expect(
      verdict.groups[0].causes.names == [
        "rebalancing", "partition leader does not answer", "broker restarted", "disk full",
      ])
  }

  @Test func `trap 21: a group of which members and state are unknown is judged by its progress alone`() {
    let group = ClusterBuilder.Group(kind: nil, state: nil, members: nil)
    let verdicts = statuses(minutes: 10, group: group) { (Int64(1000 + $0 * 100), 500) }
    #expect(verdicts.last?.status == .stalled)
    #expect(verdicts.last?.members == nil)
    #expect(verdicts.last?.causes == [])
  }

  @Test func `members without partitions are counted where all members say what they have`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.groups["g"] = .init(members: ["a", "b"], assigned: [], commits: [])
    var run = JudgeRun()
    #expect(run(cluster).groups[0].members == 2)
    #expect(run(cluster).groups[0].emptyMembers == 2)
    cluster.groups["g"]?.assigned = nil
    #expect(run(cluster).groups[0].emptyMembers == nil)
  }

  @Test func `rebalances count when they start, or by epoch and members when nobody saw them`() {
    var cluster = ClusterBuilder(ends: [100])
    var run = JudgeRun()
    let steps: [(GroupState?, Int32?, [String]?, UInt64)] = [
      (.stable, 1, ["a"], 0), (.preparingRebalance, 1, ["a"], 1), (.completingRebalance, 2, ["a", "b"], 1),
      (.stable, 2, ["a", "b"], 1), (.stable, 2, ["b", "a"], 1), (.stable, 2, ["a", "c"], 2),
      (.stable, 3, ["a", "c"], 3),
      (nil, nil, nil, 3), (.reconciling, 3, ["a", "c"], 4), (.stable, 3, ["a", "c"], 4),
    ]
    for (state, epoch, members, count) in steps {
      cluster.groups["g"] = .init(state: state, epoch: epoch, members: members, commits: [])
      #expect(run(cluster).groups[0].rebalances == count)
    }
  }

  @Test func `trap 16: of two brokers that list one group the one that knows it wins, in any order`() {
    let old = GroupReading(name: "g", state: .dead, coordinator: 9, members: [])
    let new = GroupReading(
      name: "g", state: .stable, coordinator: 2, members: [GroupMember(id: "m", client: "c", host: "h")],
      positions: 0..<0)
    let other = GroupReading(name: "f", state: .empty, coordinator: 1)
    let twin = GroupReading(name: "f", state: .empty, coordinator: 3)
    #expect(GroupDeduplication.merge([old, new, other, twin]) == [twin, new])
    #expect(GroupDeduplication.merge([twin, new, other, old]) == [twin, new])
  }

  @Test func `trap 5: the marker behind a transaction that nobody saw open stalls nobody either`() {
    // Transactions that begin and end between two readings, half an hour apart, each of three records and a marker.
    let verdicts = statuses(minutes: 120) { reading in
      let end = 4 * Int64(reading / 180 + 1)
      return (end, reading % 180 == 0 ? max(0, end - 5) : end - 1)
    }
    #expect(!verdicts.contains { $0.status == .stalled })
    #expect(verdicts.count { $0.status == .ok } > 500)
    // Two are no marker, and neither is one that is left while more comes in.
    let two = statuses(minutes: 10) { _ in (100, 98) }
    #expect(two.last?.status == .stalled)
    let growing = statuses(minutes: 40) { (Int64(100 + $0 / 20), 99) }
    #expect(growing[60...].allSatisfy { $0.status == .stalled })
  }
}
