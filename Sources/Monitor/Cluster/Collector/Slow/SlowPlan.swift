/// Which slow jobs have their turn.
struct SlowPlan: Sendable {
  /// In how many cycles every job has its turn once.
  let period: UInt32
  private let perCycle: UInt32
  private var turn: UInt32 = 0

  /// Every job about once a minute, or once in so many cycles as there are jobs where cycles are shorter.
  init(interval: Duration) {
    let jobs = UInt32(SlowJob.allCases.count)
    let cycles = min(max(UInt32(clamping: Int64(Duration.seconds(60) / interval)), 1), jobs)
    // To the nearest: one more in a cycle costs more than some seconds of age.
    perCycle = (jobs + cycles / 2) / cycles
    period = (jobs + perCycle - 1) / perCycle
  }

  /// The first cycle has to know everything; `isBusy` puts the turn off while something else is asked instead.
  mutating func next(isFirst: Bool, isBusy: Bool) -> Set<SlowJob> {
    if isFirst { return Set(SlowJob.allCases) }
    if isBusy { return [] }
    let jobs = SlowJob.allCases
    let due = (0..<perCycle).map { jobs[Int(turn * perCycle + $0) % jobs.count] }
    turn = (turn + 1) % period
    return Set(due)
  }
}
