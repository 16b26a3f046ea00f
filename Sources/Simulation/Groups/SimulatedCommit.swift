package import Kafka

/// How far a group has come in one partition.
package struct SimulatedCommit: Sendable {
  package var offset: Int64
  package var leaderEpoch: Int32?
  package var metadata = ""
  /// What the coordinator answers instead.
  package var error = ErrorCode.none
  /// The part of the next record that the workload has read already.
  var unfinished: Double = 0

  package init(_ offset: Int64) {
    self.offset = offset
  }

  mutating func consume(_ records: Double, from log: SimulatedLog) {
    let made = unfinished + records
    let count = made.rounded(.down)
    unfinished = made - count
    // A consumer that fell behind retention goes on at the start of the log.
    let reached = max(offset, log.start) + Int64(count)
    guard count >= 1 else { return }
    if reached >= log.end { unfinished = 0 }
    offset = max(offset, min(reached, log.end))
  }
}
