/// Which partition of `__consumer_offsets` or `__transaction_state` keeps a group or a transaction. Its leader coordinates it.
///
/// True of Apache Kafka; Redpanda spreads groups in another way.
package enum CoordinatorPartition {
  package static func index(of name: String, partitionCount: Int32) -> PartitionID? {
    guard partitionCount > 0 else { return nil }
    let hash = javaHash(name)
    let positive = hash == .min ? 0 : abs(hash)
    return PartitionID(rawValue: positive % partitionCount)
  }

  /// `String.hashCode` of Java.
  static func javaHash(_ text: String) -> Int32 {
    text.utf16.reduce(0) { $0 &* 31 &+ Int32($1) }
  }
}
