import Model
import Testing

@testable import Monitor

@Suite struct LagTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let committed: Int64
    let start: Int64?
    let end: Int64?
    let lag: Int64?
    let marks: PositionMarks
  }

  @Test(arguments: [
    Case(testDescription: "behind", committed: 40, start: 0, end: 100, lag: 60, marks: []),
    Case(testDescription: "caught up", committed: 100, start: 0, end: 100, lag: 0, marks: []),
    Case(
      testDescription: "trap 3: below the log start", committed: 40, start: 90, end: 100, lag: 10,
      marks: .lostRecords),
    Case(
      testDescription: "trap 4: beyond the end", committed: 120, start: 0, end: 100, lag: 0, marks: .ahead),
    Case(testDescription: "trap 12: end unknown", committed: 40, start: 0, end: nil, lag: nil, marks: []),
    Case(testDescription: "start unknown", committed: 40, start: nil, end: 100, lag: 60, marks: []),
    Case(testDescription: "absurd offsets", committed: .max, start: .max, end: .max, lag: 0, marks: []),
  ])
  func `lag counts from where the group can go on`(_ example: Case) {
    let lag = LagJudge.judge(committed: example.committed, logStart: example.start, logEnd: example.end)
    #expect(lag.records == example.lag)
    #expect(lag.marks == example.marks)
  }

  @Test
  func
    `trap 1: one reading ahead is only counted, two in a row are a truncated log, and the lag is never negative`()
  {
    var cluster = ClusterBuilder(ends: [100])
    cluster.groups["g"] = .init(commits: [("t", 0, 120)])
    var run = JudgeRun()
    let first = run(cluster)
    #expect(first.lags.lags[0] == 0)
    #expect(first.lags.marks[0] == .ahead)
    #expect(first.groupTopics[0].ahead == 1)
    let second = run(cluster)
    #expect(second.lags.marks[0] == [.ahead, .truncated])
    cluster.topics["t"]?[0].end = 130
    #expect(run(cluster).lags.marks[0] == [])
  }

  @Test func `trap 2: a partition without commit has no lag and is counted apart`() {
    var cluster = ClusterBuilder(ends: [100, 100, 100])
    cluster.groups["g"] = .init(assigned: [0, 1, 2], commits: [("t", 0, 90)])
    var run = JudgeRun()
    let verdict = run(cluster)
    #expect(verdict.lags.lags.count == 1)
    #expect(verdict.groupTopics.count == 1)
    #expect(verdict.groupTopics[0].lag == 10)
    #expect(verdict.groupTopics[0].withoutCommit == 2)
    #expect(verdict.groupTopics[0].unknown == 0)
  }

  @Test func `a topic that is assigned but has no commit at all is counted, without any lag`() {
    var cluster = ClusterBuilder(ends: [100, 100])
    cluster.topics["a"] = [.init(end: 7)]
    cluster.groups["g"] = .init(assigned: [0, 1], commits: [("t", 0, 90)])
    var run = JudgeRun()
    let verdict = run(cluster)
    #expect(verdict.groupTopics.map(\.topic) == [0, 1])
    #expect(verdict.groupTopics.map(\.withoutCommit) == [1, 0])
    #expect(verdict.groupTopics.map(\.lag) == [nil, 10])
  }

  @Test func `trap 5: a transaction marker at the end leaves a lag of one against the high watermark`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.topics["t"]?[0].stable = 95
    cluster.groups["g"] = .init(commits: [("t", 0, 99)])
    var run = JudgeRun()
    #expect(run(cluster).lags.lags[0] == 1)
  }

  @Test func `trap 8: an empty group keeps its lag while its commits exist`() {
    var cluster = ClusterBuilder(ends: [100])
    for state in [GroupState.empty, .dead] {
      cluster.groups["g"] = .init(state: state, members: [], commits: [("t", 0, 90)])
      var run = JudgeRun()
      #expect(run(cluster).groupTopics[0].lag == 10)
    }
  }

  @Test func `trap 9: expired commits end the series instead of making it zero`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.groups["g"] = .init(commits: [("t", 0, 90)])
    var run = JudgeRun()
    run(cluster)
    cluster.groups["g"] = .init(commits: [])
    let verdict = run(cluster)
    #expect(verdict.lags.lags.count == 0)
    #expect(verdict.groupTopics.isEmpty)
    #expect(verdict.groups[0].status == nil)
  }

  @Test func `trap 10: a deleted topic takes its lag with it though the commits remain`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.topics["u"] = [.init(end: 50)]
    cluster.groups["g"] = .init(commits: [("t", 0, 90), ("u", 0, 20)])
    var run = JudgeRun()
    #expect(run(cluster).groupTopics.map(\.lag) == [10, 30])
    cluster.topics["t"] = nil
    cluster.groups["g"]?.unmatched = 1
    let verdict = run(cluster)
    #expect(verdict.groupTopics.map(\.topic) == [0])
    #expect(verdict.groupTopics.map(\.lag) == [30])
    #expect(verdict.lags.lags.count == 1)
  }

  @Test func `trap 12: sums say how many partitions they lack, and are absent where all are unknown`() {
    var cluster = ClusterBuilder(ends: [100, nil, 100])
    cluster.groups["g"] = .init(commits: [("t", 0, 90), ("t", 1, 50), ("t", 2, 95)])
    var run = JudgeRun()
    let partial = run(cluster)
    #expect(partial.groupTopics[0].lag == 15)
    #expect(partial.groupTopics[0].unknown == 1)
    #expect(partial.lags.lags[1] == nil)
    cluster.topics["t"] = [.init(), .init(), .init()]
    let nothing = run(cluster)
    #expect(nothing.groupTopics[0].lag == nil)
    #expect(nothing.groupTopics[0].unknown == 3)
    #expect(nothing.groupTopics[0].lagSeconds == nil)
  }

  @Test func `trap 17: groups whose coordinator does not answer lose their lag, the others keep theirs`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.groups["a"] = .init(commits: [("t", 0, 90)])
    cluster.groups["b"] = .init(commits: [("t", 0, 80)])
    var run = JudgeRun()
    run(cluster)
    cluster.groups["a"]?.commits = nil
    let verdict = run(cluster)
    #expect(verdict.groups[0].topics.isEmpty)
    #expect(verdict.groups[0].status == nil)
    #expect(verdict.groupTopics.map(\.lag) == [20])
  }

  @Test func `trap 20: commits on partitions that metadata lacks add nothing`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.groups["g"] = .init(commits: [("t", 0, 90)], unmatched: 1)
    var run = JudgeRun()
    let verdict = run(cluster)
    #expect(verdict.groupTopics.map(\.lag) == [10])
  }

  @Test func `trap 22: a share group has the lag that its broker reports, or none`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.groups["g"] = .init(kind: .share, commits: [("t", 0, 90)], reportedLags: [4])
    var run = JudgeRun()
    let reported = run(cluster)
    #expect(reported.lags.lags[0] == 4)
    #expect(reported.lags.ages[0] == nil)
    cluster.groups["g"]?.reportedLags = []
    let silent = run(cluster)
    #expect(silent.lags.lags[0] == nil)
    #expect(silent.groupTopics[0].unknown == 1)
  }

  @Test func `a topic has no age and no share of retention while a partition with a lag has none`() {
    var cluster = ClusterBuilder(ends: [100, 100])
    cluster.settings["t"] = TopicSettings()
    cluster.groups["g"] = .init(kind: .share, commits: [("t", 0, 90), ("t", 1, 100)], reportedLags: [4, 0])
    var run = JudgeRun()
    let verdict = run(cluster)
    #expect(verdict.groupTopics[0].lag == 4)
    #expect(verdict.groupTopics[0].lagSeconds == nil)
    #expect(verdict.groupTopics[0].retentionShare == nil)
    cluster.groups["g"]?.reportedLags = [0, 0]
    let even = run(cluster)
    #expect(even.groupTopics[0].lagSeconds == 0)
    #expect(even.groupTopics[0].retentionShare == 0)
  }

  @Test func `whatever peers answer, no lag is negative and no sum overflows`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let extremes: [Int64?] = [nil, 0, 1, .max, .max - 1, Int64.random(in: 0...1000, using: &random)]
      var cluster = ClusterBuilder()
      cluster.topics["t"] = (0..<4).map { _ in
        .init(start: extremes.randomElement() ?? nil, end: extremes.randomElement() ?? nil)
      }
      cluster.groups["g"] = .init(
        commits: (0..<4).map { ("t", $0, [Int64.min, -1, 0, 5, .max].randomElement() ?? 0) })
      var run = JudgeRun()
      for _ in 0..<3 {
        let verdict = run(cluster)
        for row in 0..<4 {
          #expect((verdict.lags.lags[row] ?? 0) >= 0)
          #expect((verdict.lags.lagSeconds(row) ?? 0) >= 0)
        }
        for topic in verdict.groupTopics {
          #expect((topic.lag ?? 0) >= 0)
          for value in [topic.lagSeconds, topic.lagVelocity, topic.secondsToDrain, topic.retentionShare] {
            #expect(value?.isFinite ?? true)
          }
        }
      }
    }
  }

  @Test func `trap 1: against an end of an earlier cycle a lag stays what it was, and nobody is ahead of it`()
  {
    var cluster = ClusterBuilder(ends: [100])
    cluster.groups["g"] = .init(commits: [("t", 0, 60)])
    cluster.groups["new"] = .init(commits: [])
    var run = JudgeRun()
    run(cluster)
    cluster.topics["t"]?[0].isFresh = false
    cluster.groups["new"] = .init(commits: [("t", 0, 90)])
    for offset in [90, 130, 170] as [Int64] {
      cluster.groups["g"] = .init(commits: [("t", 0, offset)])
      let verdict = run(cluster)
      #expect(verdict.lags.lags[0] == 40)
      #expect(verdict.lags.marks[0].isDisjoint(with: [.ahead, .truncated]))
      #expect(verdict.groupTopics[0].lag == 40)
      #expect(verdict.groupTopics[0].ahead == 0)
      #expect(verdict.lags.lags[1] == nil)
      #expect(verdict.groupTopics[1].unknown == 1)
    }
    cluster.topics["t"]?[0] = .init(start: 0, end: 200)
    #expect(run(cluster).lags.lags[0] == 30)
    // What is long unknown is not remembered.
    cluster.topics["t"]?[0].end = nil
    run(cluster)
    cluster.topics["t"]?[0].isFresh = false
    cluster.topics["t"]?[0].end = 200
    #expect(run(cluster).lags.lags[0] == nil)
  }

  @Test func `commits of an earlier cycle keep the lag and the age of then, whatever the log grows by`()
    throws
  {
    var cluster = ClusterBuilder(ends: [0])
    cluster.settings["t"] = TopicSettings()
    var run = JudgeRun()
    for reading in 0...10 {
      cluster.topics["t"]?[0].end = Int64(reading * 100)
      cluster.groups["g"] = .init(commits: [("t", 0, Int64(max(0, reading * 100 - 150)))])
      run(cluster)
    }
    let before = run(cluster)
    #expect(before.lags.lags[0] == 150)
    let then = try #require(before.lags.ages[0])
    cluster.groups["g"]?.isCarried = true
    cluster.groups["late"] = .init(commits: [("t", 0, 900)], isCarried: true)
    for reading in 12...60 {
      cluster.topics["t"]?[0].end = Int64(reading * 100)
      cluster.topics["t"]?[0].start = Int64(reading * 20)
      let verdict = run(cluster)
      #expect(verdict.lags.lags[0] == 150)
      // Its record is deleted in the end, and then its age is nothing to speak of.
      if reading * 20 <= 850 { #expect(abs((verdict.lags.ages[0] ?? 0) - then) <= 10) }
      #expect(verdict.groupTopics[0].lag == 150)
      #expect(verdict.groupTopics[0].lost == 0)
      #expect(verdict.groups[0].status == nil)
      #expect(verdict.lags.lags[1] == nil)
    }
    cluster.groups["g"] = .init(commits: [("t", 0, 5900)])
    let after = run(cluster)
    #expect(after.lags.lags[0] == 100)
    #expect(after.groups[0].status == .ok)
    #expect(after.groupTopics[0].consumed == before.groupTopics[0].consumed + 5050)
  }

  @Test func `trap 12: a topic has no age and no share of retention while a partition's end is unknown`() {
    var cluster = ClusterBuilder(ends: [100, nil])
    cluster.settings["t"] = TopicSettings()
    cluster.groups["g"] = .init(commits: [("t", 0, 100), ("t", 1, 50)])
    var run = JudgeRun()
    let partial = run(cluster)
    #expect(partial.lags.lagSeconds(0) == 0)
    #expect(partial.groupTopics[0].lagSeconds == nil)
    #expect(partial.groupTopics[0].retentionShare == nil)
    cluster.topics["t"]?[1].end = 50
    let whole = run(cluster)
    #expect(whole.groupTopics[0].lagSeconds == 0)
    #expect(whole.groupTopics[0].retentionShare == 0)
  }
}
