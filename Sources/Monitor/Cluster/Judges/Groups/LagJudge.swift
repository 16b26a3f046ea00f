package import Model

/// How far one group is behind in one partition.
package enum LagJudge {
  package struct Lag: Sendable, Hashable {
    /// Nil where the log's end is unknown.
    package var records: Int64?
    package var marks = PositionMarks()
    /// Where the group goes on: deleted records are behind it, whatever it committed.
    package var next: Int64
  }

  /// Commits are read before ends, so a commit beyond the end is no race: the log lost its tail or is another one.
  package static func judge(committed: Int64, logStart: Int64?, logEnd: Int64?) -> Lag {
    var lag = Lag(next: max(committed, logStart ?? 0))
    if let logStart, committed < logStart { lag.marks.insert(.lostRecords) }
    guard let logEnd else { return lag }
    if committed > logEnd { lag.marks.insert(.ahead) }
    lag.records = max(0, logEnd.subtractingSaturated(lag.next))
    return lag
  }

  /// A share group has no committed offset to subtract; only the broker knows what it has still to deliver.
  package static func judge(reported: Int64?, startOffset: Int64) -> Lag {
    Lag(records: reported, next: startOffset)
  }
}
