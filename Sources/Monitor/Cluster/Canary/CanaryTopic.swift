import Model

/// The canary's topic as metadata describes it.
struct CanaryTopic: Equatable {
  struct Partition: Equatable {
    /// Nil where no leader is elected.
    var leader: NodeID?
    /// The first replica, which leads again sooner or later.
    var preferred: NodeID?
  }

  var partitions: [Partition]
}

extension CanaryTopic {
  /// Nil where there is no such topic, or no right to see it.
  init?(_ name: String, in metadata: MetadataReading) {
    guard let topic = metadata.topics.first(where: { $0.name == name }) else { return nil }
    partitions = topic.partitions.map { row in
      Partition(
        leader: metadata.partitions.leader(of: row), preferred: metadata.partitions.replicas[row].first)
    }
  }
}
