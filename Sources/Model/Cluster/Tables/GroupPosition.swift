/// Where one group stands in one partition.
package struct GroupPosition: Sendable, Hashable {
  /// Row of the `PartitionTable`.
  package let partition: Int32
  /// The committed offset; a share group's start offset.
  package let offset: Int64
  package var reportedLag: Int64?
  /// Milliseconds since 1970.
  package var committedAt: Int64?

  package init(partition: Int32, offset: Int64, reportedLag: Int64? = nil, committedAt: Int64? = nil) {
    self.partition = partition
    self.offset = offset
    self.reportedLag = reportedLag
    self.committedAt = committedAt
  }
}
