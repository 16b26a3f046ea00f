extension ClusterReading {
  /// Some broker listed the cluster's brokers and topics.
  package var hasMetadata: Bool {
    !topics.isEmpty || brokers.contains { $0.isLive != nil }
  }

  /// The topic to which a row of the partition table belongs.
  package func topic(ofRow row: Int) -> TopicReading? {
    var (low, high) = (0, topics.count)
    while low < high {
      let middle = (low + high) / 2
      if topics[middle].partitions.upperBound > row { high = middle } else { low = middle + 1 }
    }
    return low < topics.count && topics[low].partitions.contains(row) ? topics[low] : nil
  }
}
