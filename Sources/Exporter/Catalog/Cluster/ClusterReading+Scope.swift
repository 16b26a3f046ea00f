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

  /// Some broker listed the cluster's brokers and topics.
  var hasMetadata: Bool {
    brokers.contains { $0.isLive != nil }
  }

  /// The topic to which a row of the partition table belongs.
  func topic(ofRow row: Int) -> TopicReading? {
    var (low, high) = (0, topics.count)
    while low < high {
      let middle = (low + high) / 2
      if topics[middle].partitions.upperBound > row { high = middle } else { low = middle + 1 }
    }
    return low < topics.count && topics[low].partitions.contains(row) ? topics[low] : nil
  }
}
