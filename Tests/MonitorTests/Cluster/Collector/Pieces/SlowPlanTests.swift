import Testing

@testable import Monitor

/// Which slow jobs have their turn in which cycle.
@Suite struct SlowPlanTests {
  @Test(arguments: [1, 5, 10, 15, 20, 30, 60, 300])
  func `every job has its turn once in a period, which is about a minute or as short as cycles allow`(
    seconds: Int64
  ) {
    var plan = SlowPlan(interval: .seconds(seconds))
    #expect(plan.next(isFirst: true, isBusy: false) == Set(SlowJob.allCases))
    let turns = (0..<plan.period).map { _ in plan.next(isFirst: false, isBusy: false) }
    #expect(turns.reduce(into: Set()) { $0.formUnion($1) } == Set(SlowJob.allCases))
    let period = Int64(plan.period) * seconds
    #expect(plan.period == 1 || period <= 90 || seconds < 10 && Int(plan.period) == SlowJob.allCases.count)
    let sizes = turns.map(\.count)
    #expect(sizes.max() ?? 0 <= max(1, Int(Double(SlowJob.allCases.count * Int(seconds)) / 60 + 0.5)))
  }

  @Test func `with the usual interval a cycle has one job, so that no cycle asks much more than another`() {
    var plan = SlowPlan(interval: .seconds(10))
    _ = plan.next(isFirst: true, isBusy: false)
    for _ in 0..<20 { #expect(plan.next(isFirst: false, isBusy: false).count == 1) }
  }

  @Test func `a cycle that has something else to ask puts a turn off and skips none`() {
    var plan = SlowPlan(interval: .seconds(10))
    var undisturbed = plan
    var turns: [Set<SlowJob>] = []
    for number in 0..<14 {
      let turn = plan.next(isFirst: false, isBusy: number % 2 == 0)
      if number % 2 == 0 { #expect(turn.isEmpty) } else { turns.append(turn) }
    }
    #expect(turns == (0..<7).map { _ in undisturbed.next(isFirst: false, isBusy: false) })
  }
}
