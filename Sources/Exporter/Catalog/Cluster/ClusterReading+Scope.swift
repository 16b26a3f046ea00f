import Model

extension ClusterReading {
  /// Whether this watcher shows the partition.
  ///
  /// Without a leader it is nobody's, and every watcher of the cluster shows the same of it.
  func shows(_ row: Int) -> Bool {
    guard let leader = partitions.leader(of: row) else { return !partitions.replicas[row].isEmpty }
    return scope.includes(leader)
  }

  /// Whether this watcher shows what is the same for all of a topic's partitions.
  func shows(_ topic: TopicReading) -> Bool {
    topic.isSelected && topic.partitions.contains(where: shows)
  }
}
