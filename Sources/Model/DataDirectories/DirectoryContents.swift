/// What lies in a data directory, added up once all of it was looked at.
package struct DirectoryContents: Sendable, Hashable {
  /// What it takes on the disk, the directories themselves included.
  package var sizeBytes: UInt64 = 0
  package var files: UInt64 = 0
  /// Files that hold records.
  package var segments: UInt64 = 0
  package var oldestSegment: Timestamp?
  package var newestSegment: Timestamp?
  /// What topics take on the disk, the largest of them.
  package var topics: [String: UInt64] = [:]
  /// Topics that are not among those because there are too many.
  package var omittedTopics = 0
  package var partitions: [PartitionDirectoryKind: UInt64] = [:]
  /// What could not be looked at, by reason.
  package var skipped: [String: UInt64] = [:]
  package var finishedAt: Moment
  /// How long it took, pauses included.
  package var duration: Duration

  package init(finishedAt: Moment, duration: Duration) {
    self.finishedAt = finishedAt
    self.duration = duration
  }
}
