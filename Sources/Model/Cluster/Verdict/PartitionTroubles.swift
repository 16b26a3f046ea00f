/// What is wrong with one partition.
///
/// Judges write `PartitionTroubles()` for nothing: a literal `[]` is generic code that is not specialised in another module.
package struct PartitionTroubles: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  @inlinable package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package static let underReplicated = PartitionTroubles(rawValue: 1)
  package static let underMinimum = PartitionTroubles(rawValue: 2)
  /// One more replica lost and producers that want all acknowledgements are refused.
  package static let atMinimum = PartitionTroubles(rawValue: 4)
  /// No leader.
  package static let offline = PartitionTroubles(rawValue: 8)
  /// It has a leader, but that one does not answer us.
  package static let unavailable = PartitionTroubles(rawValue: 16)
  package static let notPreferred = PartitionTroubles(rawValue: 32)
  package static let reassigning = PartitionTroubles(rawValue: 64)
  package static let hot = PartitionTroubles(rawValue: 128)
  /// A transaction that never ends holds back its read-committed consumers.
  package static let hangingTransaction = PartitionTroubles(rawValue: 256)

  /// What cannot be known while metadata is frozen.
  package static let fromInSyncSets: PartitionTroubles = [
    .underReplicated, .underMinimum, .atMinimum, .notPreferred,
  ]
}
