import Model

/// When a group last committed.
enum CommitAgeJudge {
  /// The source's own word where it has one; else when an offset was last seen to move, unknown until one was.
  static func lastCommit(source milliseconds: Int64?, moved: Tenths?, _ cycle: Cycle) -> Timestamp? {
    if let milliseconds { return Timestamp(nanoseconds: milliseconds.multipliedSaturated(by: 1_000_000)) }
    return moved.map { cycle.clock.timestamp(of: $0, now: cycle.moment) }
  }
}
