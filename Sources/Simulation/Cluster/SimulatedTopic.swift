package import Kafka

/// A topic under the name that is its key in the cluster.
package struct SimulatedTopic: Sendable {
  package var id: KafkaUUID
  package var isInternal = false
  /// Its own settings; `retention.ms` is obeyed.
  package var configs: [String: String] = [:]
  /// In the order of their numbers, from zero.
  package var partitions: [SimulatedPartition]
  /// What Metadata says instead of the partitions.
  package var error = ErrorCode.none

  package init(id: KafkaUUID, partitions: [SimulatedPartition]) {
    self.id = id
    self.partitions = partitions
  }
}
