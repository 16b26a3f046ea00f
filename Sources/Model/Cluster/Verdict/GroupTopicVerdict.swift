/// What is judged of one group on one topic.
package struct GroupTopicVerdict: Sendable, Hashable {
  /// Index among the reading's topics.
  package let topic: Int
  /// Sum over the partitions whose lag is known; nil where none is.
  package var lag: Int64?
  /// The oldest of its partitions' ages, in seconds.
  package var lagSeconds: Double?
  /// Offsets per second; above 0 the lag grows.
  package var lagVelocity: Double?
  package var secondsToDrain: Double?
  /// The worst partition's share; from 1 up records are deleted before they are consumed.
  package var retentionShare: Double?
  package var withoutCommit = 0
  package var ahead = 0
  /// Partitions with a commit whose lag is unknown: the sum lacks them.
  package var unknown = 0
  package var lastCommit: Timestamp?
  package var consumed: UInt64 = 0
  package var lost: UInt64 = 0

  package init(topic: Int) {
    self.topic = topic
  }
}
