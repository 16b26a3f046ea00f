/// How far a group has come in one partition.
package struct SimulatedCommit: Sendable {
  package var offset: Int64
  package var leaderEpoch: Int32?
  package var metadata = ""
  /// Records a second that the workload reads, no further than the log reaches.
  package var consumeRate: Double = 0
  var unfinished: Double = 0

  package init(_ offset: Int64, consumeRate: Double = 0) {
    self.offset = offset
    self.consumeRate = consumeRate
  }

  mutating func consume(for seconds: Double, from log: SimulatedLog) {
    let made = unfinished + consumeRate * seconds
    let count = made.rounded(.down)
    unfinished = made - count
    // A consumer that fell behind retention goes on at the start of the log.
    let reached = max(offset, log.start) + Int64(count)
    guard count >= 1 else { return }
    if reached >= log.end { unfinished = 0 }
    offset = max(offset, min(reached, log.end))
  }
}
