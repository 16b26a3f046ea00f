package import Model

/// One line of a ListOffsets request by time.
///
/// All questions of one leader and round fit one request: no partition is in it twice.
package struct TimeQuestion: Sendable, Hashable {
  package let leader: NodeID
  /// Of the rows; an answer that comes after they were rearranged belongs to nobody.
  let generation: UInt32
  /// 0 or 1.
  package let round: Int
  /// Row of the partition table.
  package let partition: Int
  package let time: Tenths
  /// What to send: the wall-clock form of `time`.
  package let timestampMilliseconds: Int64

  init(
    leader: NodeID, generation: UInt32, round: Int, partition: Int, time: Tenths,
    timestampMilliseconds: Int64
  ) {
    self.leader = leader
    self.generation = generation
    self.round = round
    self.partition = partition
    self.time = time
    self.timestampMilliseconds = timestampMilliseconds
  }
}
