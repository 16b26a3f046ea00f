import Kafka
import Model

/// A partition whose replicas are being moved, by name.
struct MovingPartition: Sendable, Hashable {
  let topic: String
  let partition: Int32
  let adding: [NodeID]
  let removing: [NodeID]

  static func all(in response: ListPartitionReassignmentsResponse) -> [MovingPartition] {
    response.topics.flatMap { topic in
      topic.partitions.map { partition in
        MovingPartition(
          topic: topic.name, partition: partition.partitionIndex.rawValue,
          adding: partition.addingReplicas.map(\.rawValue),
          removing: partition.removingReplicas.map(\.rawValue))
      }
    }
  }
}
