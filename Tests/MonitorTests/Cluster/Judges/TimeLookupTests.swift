import Model
import Testing

@testable import Monitor

@Suite struct TimeLookupTests {
  /// A log that got one record a second for its whole life.
  private func cluster(partitions: Int, seconds: Int64) -> ClusterBuilder {
    ClusterBuilder(ends: Array(repeating: seconds, count: partitions))
  }

  /// What a leader answers that has one record a second, the last one just now.
  private func answer(_ question: TimeQuestion, at moment: Moment, end: Int64) -> Int64? {
    let age = (moment.wall.nanoseconds / 1_000_000 - question.timestampMilliseconds) / 1000
    return age < 0 ? nil : max(0, end - age)
  }

  @Test(arguments: [120, 5000, 86_400, 600_000, 100_000_000] as [Int64])
  func `a bisection finds a record's age to a tenth in at most ten steps`(_ age: Int64) throws {
    let end: Int64 = 120_000_000
    var cluster = cluster(partitions: 1, seconds: end)
    cluster.groups["g"] = .init(commits: [("t", 0, end - age)])
    var run = JudgeRun()
    var steps = 0
    while true {
      run(cluster, after: 0.1)
      let questions = run.judge.timeQuestions()
      if questions.isEmpty { break }
      steps += 1
      for question in questions {
        run.judge.record(question, firstOffset: answer(question, at: run.moment, end: end))
      }
      try #require(steps <= 10)
    }
    let found = try #require(run(cluster, after: 0.1).lags.lagSeconds(0))
    #expect(abs(found - Double(age)) <= 0.1 * Double(age))
    #expect(steps >= 3)
  }

  @Test func `a leader is asked at most twice a cycle, and never twice for a partition in one request`()
    throws
  {
    let end: Int64 = 1_000_000
    var cluster = cluster(partitions: 6, seconds: end)
    for row in 0..<6 { cluster.topics["t"]?[row].leader = NodeID(row % 2 + 1) }
    for group in 0..<20 {
      cluster.groups["g\(group)"] = .init(
        commits: (0..<6).map { ("t", $0, end - 1000 - Int64(group) * 40_000) })
    }
    var run = JudgeRun()
    for _ in 0..<40 {
      run(cluster, after: 1)
      let questions = run.judge.timeQuestions()
      #expect(Set(questions.map(\.round)).isSubset(of: [0, 1]))
      let slots = questions.map { [Int($0.leader), $0.round, $0.partition] }
      #expect(Set(slots).count == slots.count)
      for question in questions {
        #expect(question.leader == NodeID(question.partition % 2 + 1))
        run.judge.record(question, firstOffset: answer(question, at: run.moment, end: end))
      }
    }
    #expect(run.judge.timeQuestions().isEmpty)
  }

  @Test func `one group's answers serve the others on the same partition`() throws {
    let end: Int64 = 1_000_000
    var cluster = cluster(partitions: 1, seconds: end)
    cluster.groups["a"] = .init(commits: [("t", 0, 500_000)])
    cluster.groups["b"] = .init(commits: [("t", 0, 500_100)])
    var run = JudgeRun()
    for _ in 0..<12 {
      run(cluster, after: 1)
      for question in run.judge.timeQuestions() {
        run.judge.record(question, firstOffset: answer(question, at: run.moment, end: end))
      }
    }
    let verdict = run(cluster)
    #expect(verdict.lags.lagSeconds(0) != nil)
    #expect(verdict.lags.lagSeconds(1) != nil)
  }

  @Test func `records without usable timestamps end the search without an age`() {
    for reply in [nil, 0, .max] as [Int64?] {
      var cluster = cluster(partitions: 1, seconds: 1000)
      cluster.groups["g"] = .init(commits: [("t", 0, 10)])
      var run = JudgeRun()
      var asked = 0
      for _ in 0..<100 {
        let verdict = run(cluster, after: 0.1)
        #expect((verdict.lags.lagSeconds(0) ?? 0) >= 0)
        for question in run.judge.timeQuestions() {
          asked += 1
          run.judge.record(question, firstOffset: reply)
        }
      }
      #expect(asked <= 16)
    }
  }

  @Test func `an answer that comes after the rows were rearranged belongs to nobody`() throws {
    var cluster = cluster(partitions: 1, seconds: 1_000_000)
    cluster.groups["g"] = .init(commits: [("t", 0, 10)])
    var run = JudgeRun()
    run(cluster)
    let question = try #require(run.judge.timeQuestions().first)
    // The row that the question was about is now another topic's, which is looked up too.
    cluster.topics["a"] = [.init(end: 1_000_000)]
    cluster.groups["g"]?.commits = [("a", 0, 10), ("t", 0, 10)]
    run(cluster)
    run.judge.record(question, firstOffset: 0)
    let next = run.judge.timeQuestions()
    #expect(next.map(\.partition) == [0, 1])
    // Asked ten seconds later it is the first step again, not the second one from a stranger's answer.
    let moved = try #require(next.first).timestampMilliseconds - question.timestampMilliseconds
    #expect(abs(moved - 10_000) < 1000)
  }

  @Test func `an answer that contradicts an earlier one is bent to fit between its neighbours`() throws {
    var samples = TimeSamples()
    samples.insert(OffsetPoint(time: 0, end: 50))
    samples.insert(OffsetPoint(time: 100, end: 10))
    let target = TimeTarget(partition: 0, offset: 20, oldest: OffsetPoint(time: 1000, end: 100))
    let bracket = try #require(samples.bracket(target))
    #expect(bracket.low == nil)
    #expect(bracket.high == OffsetPoint(time: 0, end: 50))
  }

  @Test func `leaderless partitions are not looked up`() {
    var cluster = cluster(partitions: 1, seconds: 1000)
    cluster.groups["g"] = .init(commits: [("t", 0, 10)])
    cluster.topics["t"]?[0].leader = nil
    var run = JudgeRun()
    run(cluster)
    #expect(run.judge.timeQuestions().isEmpty)
  }
}
