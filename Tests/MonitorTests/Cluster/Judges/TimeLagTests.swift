import Model
import Testing

@testable import Monitor

@Suite struct TimeLagTests {
  private func grown(_ run: inout JudgeRun, _ cluster: inout ClusterBuilder, minutes: Int) -> ClusterVerdict {
    var verdict = run(cluster)
    for _ in 0..<(minutes * 6) {
      let end = cluster.topics["t"]?[0].end ?? 0
      cluster.topics["t"]?[0].end = end + 100
      verdict = run(cluster)
    }
    return verdict
  }

  @Test func `the age of the next record is known to a cycle, and nobody behind nothing is old`() throws {
    var cluster = ClusterBuilder(ends: [0])
    cluster.groups["g"] = .init(commits: [("t", 0, 500)])
    cluster.groups["h"] = .init(commits: [("t", 0, 6000)])
    var run = JudgeRun()
    let verdict = grown(&run, &cluster, minutes: 10)
    let age = try #require(verdict.lags.lagSeconds(0))
    #expect(abs(age - 550) <= 10)
    #expect(verdict.groupTopics[0].lagSeconds == age)
    #expect(verdict.lags.lagSeconds(1) == 0)
  }

  @Test func `trap 11: after a topic is re-created nothing of the old one's history holds`() {
    var cluster = ClusterBuilder(ends: [0])
    cluster.groups["g"] = .init(commits: [("t", 0, 500)])
    var run = JudgeRun()
    _ = grown(&run, &cluster, minutes: 5)
    cluster.ids["t"] = ClusterBuilder.id(2)
    cluster.topics["t"]?[0].end = 4000
    let verdict = run(cluster)
    #expect(verdict.lags.lagSeconds(0) == nil)
    #expect(verdict.lags.marks[0] == .needsLookup)
  }

  @Test
  func `trap 25: what is older than the history has no age, and its topic no maximum, until it is looked up`()
  {
    var cluster = ClusterBuilder(ends: [1000, 1000])
    cluster.groups["g"] = .init(commits: [("t", 0, 10), ("t", 1, 1000)])
    var run = JudgeRun()
    let verdict = run(cluster)
    #expect(verdict.lags.marks[0] == .needsLookup)
    #expect(verdict.lags.lagSeconds(0) == nil)
    #expect(verdict.lags.lagSeconds(1) == 0)
    #expect(verdict.groupTopics[0].lagSeconds == nil)
    #expect(verdict.groupTopics[0].lag == 990)
  }

  @Test func `moving the wall clock changes no age`() throws {
    var cluster = ClusterBuilder(ends: [0])
    cluster.groups["g"] = .init(commits: [("t", 0, 0)])
    var judge = ClusterJudge()
    var ages: [Double?] = []
    for (step, wall) in [1000, 1010, 5_000_000, 30].enumerated() {
      cluster.topics["t"]?[0].end = Int64(step * 10)
      let moment = Moment(wall: Timestamp(seconds: Int64(wall)), uptime: .seconds(100 + step * 10))
      ages.append(judge.judge(cluster.built, at: moment).lags.lagSeconds(0))
    }
    #expect(ages == [0, 9.5, 19.5, 29.5])
  }

  @Test func `trap 36: a record from the future is new`() {
    #expect(TimeLagJudge.age(of: 500, now: 400) == 0)
    #expect(TimeLagJudge.age(of: .min, now: .max) == .max)
  }

  @Test func `the history outlives a restart under the topic's id, whatever its rows are then`() throws {
    var cluster = ClusterBuilder(ends: [0])
    cluster.groups["g"] = .init(commits: [("t", 0, 500)])
    var run = JudgeRun()
    _ = grown(&run, &cluster, minutes: 10)
    let bytes = try #require(run.judge.encodedArchive(at: run.moment))
    // Five minutes later, after a reboot, with another topic in front.
    cluster.topics["a"] = [.init(end: 5)]
    let archive = try OffsetArchive(
      decoding: bytes, now: Timestamp(nanoseconds: run.moment.wall.nanoseconds + 300_000_000_000))
    var judge = ClusterJudge(archive: archive)
    let moment = Moment(
      wall: Timestamp(nanoseconds: run.moment.wall.nanoseconds + 300_000_000_000), uptime: .seconds(3))
    let age = try #require(judge.judge(cluster.built, at: moment).lags.lagSeconds(0))
    #expect(abs(age - 850) <= 20)
    cluster.ids["t"] = ClusterBuilder.id(2)
    var stranger = ClusterJudge(archive: archive)
    #expect(stranger.judge(cluster.built, at: moment).lags.lagSeconds(0) == nil)
  }

  @Test func `an end of an earlier cycle dates no record`() throws {
    var cluster = ClusterBuilder(ends: [0])
    cluster.groups["g"] = .init(commits: [("t", 0, 50)])
    var run = JudgeRun()
    run(cluster)
    // Records come all the time, but for a minute nobody reads the end.
    cluster.topics["t"]?[0].isFresh = false
    run(cluster, after: 60)
    cluster.topics["t"]?[0] = .init(start: 0, end: 100)
    let age = try #require(run(cluster, after: 10).lags.lagSeconds(0))
    #expect(abs(age - 35) < 1)
  }
}
