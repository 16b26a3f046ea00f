/// What is remembered of one group on one partition.
///
/// Kept for every lag, so every byte counts.
struct PositionMemory: Sendable {
  var committed: Int64
  /// The lag as it was when commit and end were last of one cycle; −1 where it was unknown.
  private var lag: Int64 = -1
  /// Log start up to which lost records are counted; −1 where none were.
  var lostUpTo: Int64 = -1
  /// The highest offset from before a rewind that is not made up for yet; −1 where there was none.
  var rewoundFrom: Int64 = -1
  var rewoundAt = KnownTime.unknown
  let firstSeen: Tenths
  var moved = KnownTime.unknown
  /// Since when the lag is known to be above zero without a break.
  var behindSince = KnownTime.unknown
  /// How long there was something to consume before the last move.
  var interval: Tenths = 0
  /// Readings in a row with a commit beyond the log's end.
  var readingsAhead: UInt8 = 0

  var lastLag: Int64? {
    get { lag < 0 ? nil : lag }
    set { lag = newValue ?? -1 }
  }

  init(committed: Int64, firstSeen: Tenths) {
    self.committed = committed
    self.firstSeen = firstSeen
  }
}
