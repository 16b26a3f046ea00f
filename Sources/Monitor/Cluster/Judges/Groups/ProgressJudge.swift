import Model

/// How one group moved on one partition between two readings.
enum ProgressJudge {
  /// One reading ahead may be a leader that just changed; two are a log that was truncated.
  static let readingsThatProveTruncation: UInt8 = 2

  struct Step {
    var memory: PositionMemory
    /// Records consumed since the last reading.
    var consumed: Int64 = 0
    /// Records deleted since the last reading before they were consumed.
    var lost: Int64 = 0
  }

  /// A lag up to `tolerated` is one that nobody will ever consume.
  static func judge(
    _ old: PositionMemory?, committed: Int64, lag: LagJudge.Lag, logStart: Int64?, tolerated: Int64 = 0,
    now: Tenths
  ) -> Step {
    guard let old else {
      var memory = PositionMemory(committed: committed, firstSeen: now)
      // What was lost before anybody watched is not counted: every restart would report it anew.
      if let logStart, committed < logStart { memory.lostUpTo = logStart }
      settle(&memory, lag: lag, tolerated: tolerated, now: now)
      return Step(memory: memory)
    }
    var step = Step(memory: old)
    if committed != old.committed { move(&step, to: committed, now: now) }
    countLost(&step, logStart: logStart)
    settle(&step.memory, lag: lag, tolerated: tolerated, now: now)
    return step
  }

  private static func move(_ step: inout Step, to committed: Int64, now: Tenths) {
    let from = step.memory.committed
    if committed > from {
      // What was deleted in between was skipped, not consumed.
      step.consumed = max(0, committed - max(from, step.memory.lostUpTo))
      if committed >= step.memory.rewoundFrom {
        (step.memory.rewoundFrom, step.memory.rewoundAt) = (-1, .unknown)
      }
    } else if step.memory.readingsAhead == 0 {
      step.memory.rewoundFrom = max(from, step.memory.rewoundFrom)
      step.memory.rewoundAt = KnownTime(now)
    }
    // Only the time during which there was something to consume tells how often the group commits.
    step.memory.interval =
      step.memory.behindSince.value.map { since in
        now.subtractingSaturated(max(since, step.memory.moved.value ?? step.memory.firstSeen))
      } ?? 0
    step.memory.moved = KnownTime(now)
    step.memory.committed = committed
  }

  private static func countLost(_ step: inout Step, logStart: Int64?) {
    guard let logStart else { return }
    if step.memory.committed >= logStart {
      step.memory.lostUpTo = -1
    } else {
      // Whoever rewinds below the log's start asked for records that were gone already.
      let wasRewound = step.memory.rewoundFrom >= 0 && step.memory.lostUpTo < 0
      if !wasRewound { step.lost = max(0, logStart - max(step.memory.committed, step.memory.lostUpTo)) }
      step.memory.lostUpTo = max(step.memory.lostUpTo, logStart)
    }
  }

  private static func settle(_ memory: inout PositionMemory, lag: LagJudge.Lag, tolerated: Int64, now: Tenths)
  {
    // While the end is unknown the group is as far behind as it last was.
    guard let records = lag.records else { return }
    if records <= tolerated {
      memory.behindSince = .unknown
    } else if memory.behindSince.value == nil {
      memory.behindSince = KnownTime(now)
    }
    let isAhead = lag.marks.contains(.ahead)
    memory.readingsAhead = isAhead ? min(memory.readingsAhead + 1, readingsThatProveTruncation) : 0
  }
}
