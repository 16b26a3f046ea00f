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
  package private(set) var reportedLags = KnownColumn()
  /// When the offset was committed, in milliseconds since 1970, where the source says so.
  package private(set) var commitTimes = KnownColumn()

  package init() {}

  @inlinable package var count: Int { partitions.count }

  /// Adds one group's positions, each partition once, and says which rows they became.
  package mutating func append(_ positions: [GroupPosition]) -> Range<Int> {
    let start = count
    let isSorted = zip(positions, positions.dropFirst()).allSatisfy { $0.partition <= $1.partition }
    // Coordinators mostly list partitions in order.
    for position in isSorted ? positions : positions.sorted(by: { $0.partition < $1.partition }) {
      if count > start, partitions[count - 1] == position.partition { continue }
      if let lag = position.reportedLag { reportedLags[count] = lag }
      if let time = position.committedAt { commitTimes[count] = time }
      partitions.append(position.partition)
      offsets.append(position.offset)
    }
    return start..<count
  }

  package mutating func reserveCapacity(_ count: Int) {
    partitions.reserveCapacity(count)
    offsets.reserveCapacity(count)
  }
}
