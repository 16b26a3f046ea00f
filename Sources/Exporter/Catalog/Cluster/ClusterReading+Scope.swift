import Model

extension ClusterReading {
  /// Whether this watcher shows the partition.
  ///
  /// Without a leader it is nobody's, and every watcher of the cluster shows the same of it.
  func shows(_ row: Int) -> Bool {
    guard let leader = partitions.leader(of: row) else { return !partitions.replicas[row].isEmpty }
    return scope.includes(leader)
  }

  /// Whether what is wrong with the topic's partitions is told by name: of internal topics always, the cluster needs them.
  func names(_ topic: TopicReading) -> Bool {
    topic.isSelected || topic.isInternal
  }

  /// Whether this watcher shows what is the same for all of a topic's partitions.
  func shows(_ topic: TopicReading) -> Bool {
    topic.isSelected && topic.partitions.contains(where: shows)
  }
}
