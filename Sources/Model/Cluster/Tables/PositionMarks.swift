/// What stands out about one group's position in one partition.
package struct PositionMarks: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  @inlinable package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Committed beyond the log's end in this reading.
  package static let ahead = PositionMarks(rawValue: 1)
  /// Ahead for several readings in a row: the log was truncated or its topic re-created.
  package static let truncated = PositionMarks(rawValue: 2)
  /// Committed below the log's start: records were deleted before they were consumed.
  package static let lostRecords = PositionMarks(rawValue: 4)
  /// Older than what the offset history knows; the age has to be looked up at the leader.
  package static let needsLookup = PositionMarks(rawValue: 8)
}
