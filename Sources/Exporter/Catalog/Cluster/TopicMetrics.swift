import Model

extension Catalog {
  static let topicMetrics = [
    topicInfo, topicPartitions, topicReplicationFactor, topicMinInsyncReplicas, topicRetention, topicLogSize,
  ]

  package static let topicInfo = Metric(
    "broker_topic_info", .info, perCluster: ["topic", "cleanup_policy", "topic_id"],
    help: "How the topic's old records are cleaned up, and the id that tells it from others of the same name."
  ) { cluster, rows in
    for topic in cluster.reading.topics where cluster.reading.shows(topic) {
      rows.write(1, cluster.name, topic.name, topic.settings?.cleanupPolicy, topic.id?.description)
    }
  }

  package static let topicPartitions = Metric(
    "broker_topic_partitions", .gauge, perCluster: ["topic"], help: "Partitions of the topic."
  ) { cluster, rows in
    cluster.writeTopics(to: &rows) { $0.partitions.count }
  }

  package static let topicReplicationFactor = Metric(
    "broker_topic_replication_factor", .gauge, perCluster: ["topic"],
    help:
      "Replicas of each of the topic's partitions, of the one with the fewest where they differ; those being added do not count."
  ) { cluster, rows in
    let adding = Dictionary(
      (cluster.reading.reassignments ?? []).map { ($0.partition, $0.adding.count) }, uniquingKeysWith: max)
    let table = cluster.reading.partitions
    cluster.writeTopics(to: &rows) { topic in
      topic.partitions.lazy.map { ($0, table.replicas[$0].count) }
        .filter { $0.1 > 0 }.map { max(1, $0.1 - (adding[$0.0] ?? 0)) }.min()
    }
  }

  package static let topicMinInsyncReplicas = Metric(
    "broker_topic_min_insync_replicas", .gauge, perCluster: ["topic"],
    help: "In-sync replicas that a partition of the topic needs for a producer with acks=all."
  ) { cluster, rows in
    cluster.writeTopics(to: &rows) { $0.settings?.minimumInSync }
  }

  package static let topicRetention = Metric(
    "broker_topic_retention_seconds", .gauge, unit: .seconds, perCluster: ["topic"],
    help: "After which time the topic's records may be deleted; absent where time deletes nothing."
  ) { cluster, rows in
    cluster.writeTopics(to: &rows) { $0.settings?.retentionSeconds }
  }

  package static let topicLogSize = Metric(
    "broker_topic_log_size_bytes", .gauge, unit: .bytes, perCluster: ["topic", "broker"],
    help:
      "Size of the topic's partitions that the broker leads, one copy of each; absent unless known of all of them."
  ) { cluster, rows in
    let table = cluster.reading.partitions
    var sizes: [(broker: NodeID, bytes: Int64?)] = []
    for topic in cluster.reading.topics where topic.isSelected {
      sizes.removeAll(keepingCapacity: true)
      for row in topic.partitions.clamped(to: 0..<table.count) {
        guard let leader = table.leader(of: row), cluster.reading.scope.includes(leader) else { continue }
        sizes.add(table.sizes[row], leader)
      }
      for size in sizes { rows.write(size.bytes, cluster.name, topic.name, size.broker) }
    }
  }
}

extension [(broker: NodeID, bytes: Int64?)] {
  /// A handful of brokers lead a topic; they stay sorted.
  fileprivate mutating func add(_ bytes: Int64?, _ broker: NodeID) {
    guard let place = firstIndex(where: { $0.broker >= broker }) else {
      append((broker, bytes))
      return
    }
    guard self[place].broker == broker else {
      insert((broker, bytes), at: place)
      return
    }
    guard let sum = self[place].bytes, let bytes else {
      self[place].bytes = nil
      return
    }
    let (next, overflow) = sum.addingReportingOverflow(bytes)
    self[place].bytes = overflow ? .max : next
  }
}

extension TopicSettings {
  /// As Kafka spells the setting.
  fileprivate var cleanupPolicy: String? {
    switch (compacts, deletes) {
    case (true, true): "compact,delete"
    case (true, false): "compact"
    case (false, true): "delete"
    default: nil
    }
  }

  fileprivate var retentionSeconds: Double? {
    guard deletes != false, case .limit(let milliseconds) = retentionTime else { return nil }
    return Double(milliseconds) / 1000
  }
}
