package import Kafka

extension SimulatedCluster {
  /// Makes a topic whose leaders and replicas go round the brokers. A topic of that name is replaced, and the new one has another id.
  package mutating func addTopic(
    _ name: String, partitions count: Int, replication: Int = 1, configs: [String: String] = [:]
  ) {
    let brokers = nodes.filter(\.isBroker).map(\.id)
    guard !brokers.isEmpty else { return }
    let width = min(max(replication, 1), brokers.count)
    let partitions = (0..<max(count, 0)).map { index in
      SimulatedPartition(replicas: (0..<width).map { brokers[(index + $0) % brokers.count] })
    }
    var topic = SimulatedTopic(id: newTopicID(), partitions: partitions)
    topic.configs = configs
    topics[name] = topic
  }

  /// Deletes the topic and makes it anew: another id, an empty log, the same partitions and settings. What groups committed stays.
  package mutating func recreateTopic(_ name: String) {
    guard var topic = topics[name] else { return }
    topic.id = newTopicID()
    topic.partitions = topic.partitions.map { partition in
      var fresh = SimulatedPartition(replicas: partition.replicas)
      fresh.produceRate = partition.produceRate
      return fresh
    }
    topics[name] = topic
  }

  /// Appends records at the present time; 1970 before the simulation runs.
  package mutating func append(_ count: Int64, to topic: String, _ partition: PartitionID) {
    let now = clock?.wall ?? 0
    self[topic, partition]?.log.append(count, at: now)
  }

  /// Spreads the rate evenly over the topic's partitions, in records a second.
  package mutating func produce(_ rate: Double, to topic: String) {
    guard let count = topics[topic]?.partitions.count, count > 0 else { return }
    for index in 0..<count { topics[topic]?.partitions[index].produceRate = rate / Double(count) }
  }

  private mutating func newTopicID() -> KafkaUUID {
    KafkaUUID(high: 0x5349_4d55_4c41_5445, low: newIdentifier())
  }
}
