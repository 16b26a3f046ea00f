/// Where groups stand in partitions, one row per group and partition, all groups in one table.
///
/// A group's rows are one range (`GroupReading.positions`), sorted by partition row. A partition on which a group has
/// committed nothing has no row.
package struct PositionTable: Sendable, Hashable {
  /// Rows of the `PartitionTable`.
  package private(set) var partitions: [Int32] = []
  /// The committed offset; a share group's start offset.
  package private(set) var offsets: [Int64] = []
  /// The lag that the broker itself reports, for share groups.
  package var reportedLags = KnownColumn<Int64>()
  /// When the offset was committed, in milliseconds since 1970, where the source says so.
  package var commitTimes = KnownColumn<Int64>()

  package init() {}

  package var count: Int { partitions.count }

  package mutating func append(partition: Int32, offset: Int64) {
    partitions.append(partition)
    offsets.append(offset)
  }

  package mutating func reserveCapacity(_ count: Int) {
    partitions.reserveCapacity(count)
    offsets.reserveCapacity(count)
  }
}
