/// The settings of one topic that judgements depend on; what could not be read is nil.
package struct TopicSettings: Sendable, Hashable {
  package enum Retention: Sendable, Hashable {
    case unlimited
    /// Milliseconds or bytes, whichever setting it is.
    case limit(Int64)
  }

  package var minimumInSync: Int?
  package var retentionTime: Retention?
  /// Per partition.
  package var retentionBytes: Retention?
  package var deletes: Bool?
  package var compacts: Bool?
  /// Kept partly in remote storage, where looking up a time is slow.
  package var isTiered: Bool?

  package init() {}

  /// Kafka spells "unlimited" −1.
  package static func retention(_ value: Int64) -> Retention {
    value < 0 ? .unlimited : .limit(value)
  }
}
