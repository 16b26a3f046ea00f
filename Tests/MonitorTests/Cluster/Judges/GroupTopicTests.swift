import Model
import Testing

@testable import Monitor

@Suite struct GroupTopicTests {
  @Test
  func
    `velocity is the slope over the window in offsets per second, and draining lags say when they are done`()
    throws
  {
    for (rate, drain) in [(20.0, nil), (-20.0, 295.0)] as [(Double, Double?)] {
      var cluster = ClusterBuilder(ends: [100_000])
      var run = JudgeRun()
      var verdict = ClusterVerdict()
      for reading in 0..<31 {
        let lag = (rate > 0 ? 2000 : 11_900) + rate * Double(reading) * 10
        cluster.groups["g"] = .init(commits: [("t", 0, 100_000 - Int64(lag))])
        verdict = run(cluster)
        if reading < 15 { #expect(verdict.groupTopics[0].lagVelocity == nil) }
      }
      let velocity = try #require(verdict.groupTopics[0].lagVelocity)
      #expect(abs(velocity - rate) < 0.001)
      #expect(verdict.groupTopics[0].secondsToDrain.map { $0.rounded() } == drain)
    }
  }

  @Test(
    arguments: [(0, 5.0, 0.0), (10, 5, nil), (10, 0, nil), (10, -5, 2), (nil, -5, nil), (10, nil, nil)]
      as [(Int64?, Double?, Double?)])
  func `only a lag that shrinks drains`(_ lag: Int64?, _ velocity: Double?, _ seconds: Double?) {
    #expect(LagTrendJudge.secondsToDrain(lag: lag, velocity: velocity) == seconds)
  }

  @Test func `a sum that lacks a partition does not make the lag seem to fall`() {
    var cluster = ClusterBuilder(ends: [1000, 1000])
    cluster.groups["g"] = .init(commits: [("t", 0, 0), ("t", 1, 0)])
    var run = JudgeRun()
    for _ in 0..<20 { run(cluster) }
    cluster.topics["t"]?[1].end = nil
    for _ in 0..<10 { #expect(run(cluster).groupTopics[0].lagVelocity == nil) }
    cluster.topics["t"]?[1].end = 1000
    #expect(run(cluster).groupTopics[0].lagVelocity == 0)
  }

  @Test func `trap 11: a re-created topic starts a new trend`() {
    var cluster = ClusterBuilder(ends: [100_000])
    cluster.groups["g"] = .init(commits: [("t", 0, 0)])
    var run = JudgeRun()
    for _ in 0..<30 { run(cluster) }
    cluster.ids["t"] = ClusterBuilder.id(2)
    cluster.topics["t"]?[0].end = 10
    #expect(run(cluster).groupTopics[0].lagVelocity == nil)
  }

  @Test func `trap 3: lost records count as retention takes them, not those from before we watched`() {
    var cluster = ClusterBuilder(ends: [1000], start: 100)
    cluster.groups["g"] = .init(commits: [("t", 0, 50)])
    var run = JudgeRun()
    var lost: [UInt64] = []
    for start in [100, 130, 130, 400] as [Int64] {
      cluster.topics["t"]?[0].start = start
      lost.append(run(cluster).groupTopics[0].lost)
    }
    #expect(lost == [0, 30, 30, 300])
    // It wakes up behind what was deleted: that was not consumed.
    cluster.groups["g"]?.commits = [("t", 0, 450)]
    let verdict = run(cluster)
    #expect(verdict.groupTopics[0].lost == 300)
    #expect(verdict.groupTopics[0].consumed == 50)
    cluster.topics["t"]?[0].start = 460
    #expect(run(cluster).groupTopics[0].lost == 310)
  }

  @Test func `asking for records that are long gone is no loss`() {
    var cluster = ClusterBuilder(ends: [1000], start: 100)
    var run = JudgeRun()
    for offset in [500, 0, 0] as [Int64] {
      cluster.groups["g"] = .init(commits: [("t", 0, offset)])
      #expect(run(cluster).groupTopics[0].lost == 0)
    }
    cluster.topics["t"]?[0].start = 110
    #expect(run(cluster).groupTopics[0].lost == 10)
  }

  struct Share: CustomTestStringConvertible {
    let testDescription: String
    var committed: Int64 = 750
    var start: Int64? = 0
    var bytes: Int64? = 2000
    var age: Tenths? = 36_000
    var time: TopicSettings.Retention?
    var size: TopicSettings.Retention?
    var deletes: Bool? = true
    let share: Double?
  }

  @Test(arguments: [
    Share(testDescription: "an hour of four", time: .limit(14_400_000), size: .unlimited, share: 0.25),
    Share(
      testDescription: "a quarter of the log's bytes, which are half of what is allowed", time: .unlimited,
      size: .limit(4000), share: 0.125),
    Share(testDescription: "the nearer of the two", time: .limit(7_200_000), size: .limit(4000), share: 0.5),
    Share(testDescription: "nothing to read", committed: 1000, time: .limit(1), share: 0),
    Share(testDescription: "deleted already", committed: 5, start: 10, time: .limit(.max), share: 1),
    Share(testDescription: "kept for ever", time: .unlimited, size: .unlimited, share: nil),
    Share(testDescription: "compacted only", time: .limit(1), deletes: false, share: nil),
    Share(testDescription: "limits unknown, nothing deleted yet", share: nil),
    Share(testDescription: "limits unknown, deletion has begun", start: 500, share: 0.5),
    Share(testDescription: "age unknown", age: nil, time: .limit(14_400_000), share: nil),
  ])
  func `share of retention that a lag has used up`(_ example: Share) {
    var settings = TopicSettings()
    (settings.retentionTime, settings.retentionBytes) = (example.time, example.size)
    settings.deletes = example.deletes
    let lag = LagJudge.judge(committed: example.committed, logStart: example.start, logEnd: 1000)
    let share = RetentionJudge.share(
      lag, age: example.age, log: .init(start: example.start, end: 1000, bytes: example.bytes),
      settings: settings)
    #expect(share == example.share)
  }

  @Test func `the time of the last commit is when an offset was last seen to move`() throws {
    var cluster = ClusterBuilder(ends: [100, 100])
    cluster.groups["g"] = .init(commits: [("t", 0, 10), ("t", 1, 10)])
    var run = JudgeRun()
    #expect(run(cluster).groupTopics[0].lastCommit == nil)
    cluster.groups["g"]?.commits = [("t", 0, 11), ("t", 1, 10)]
    run(cluster)
    let moved = run.moment.wall
    for _ in 0..<5 { #expect(run(cluster).groupTopics[0].lastCommit == moved) }
  }

  @Test func `a source that knows when a commit was made is believed`() {
    var reading = ClusterBuilder(ends: [100]).built
    let range = reading.positions.append([
      GroupPosition(partition: 0, offset: 5, committedAt: 1_600_000_000_000)
    ])
    reading.groups = [GroupReading(name: "g", positions: range)]
    var judge = ClusterJudge()
    let moment = Moment(wall: Timestamp(seconds: 1_700_000_000), uptime: .seconds(1))
    #expect(judge.judge(reading, at: moment).groupTopics[0].lastCommit == Timestamp(seconds: 1_600_000_000))
  }
}
