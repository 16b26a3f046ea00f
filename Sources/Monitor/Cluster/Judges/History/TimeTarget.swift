/// A record whose age is older than its partition's offset history.
package struct TimeTarget: Sendable, Hashable {
  /// Row of the partition table.
  package let partition: Int
  package let offset: Int64
  /// Where the history begins.
  package let oldest: OffsetPoint

  package init(partition: Int, offset: Int64, oldest: OffsetPoint) {
    self.partition = partition
    self.offset = offset
    self.oldest = oldest
  }
}
