/// What a broker does with the directory of a partition's copy.
package enum PartitionDirectoryKind: String, Sendable, Hashable, CaseIterable {
  /// In use.
  case current
  /// Renamed, to be deleted soon.
  case delete
  /// Filled until it can take the place of one in another data directory.
  case future
  /// Found at the start of the broker although the partition is no longer its own.
  case stray
  /// The disk does not let it be read.
  case offline
}
