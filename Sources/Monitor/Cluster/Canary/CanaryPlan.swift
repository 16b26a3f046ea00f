import Kafka
import Model

/// Which partition of the canary's topic goes through which broker, and what is in the way.
struct CanaryPlan: Equatable {
  /// By broker, its partitions in order; a record goes to the first, the others may hold records from before they moved.
  var led: [NodeID: [PartitionID]] = [:]
  /// Whether there is no topic at all, so that one is to be made.
  var needsTopic = false
  /// Brokers that are the first replica of no partition: nothing of ours will ever go through them.
  var uncovered: [NodeID] = []

  /// `brokers` are those that are there.
  init(_ topic: CanaryTopic?, brokers: [NodeID]) {
    guard let topic else {
      needsTopic = !brokers.isEmpty
      return
    }
    for (index, partition) in topic.partitions.enumerated() {
      guard let leader = partition.leader, let id = Int32(exactly: index) else { continue }
      led[leader, default: []].append(PartitionID(rawValue: id))
    }
    let covered = Set(topic.partitions.flatMap { [$0.preferred, $0.leader].compactMap(\.self) })
    uncovered = brokers.filter { !covered.contains($0) }.sorted()
  }
}
