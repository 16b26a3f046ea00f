import Kafka

extension DescribeTopicPartitionsRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<DescribeTopicPartitionsResponse> {
    let listed = Set(cluster.listedNodes.map(\.id))
    let names = (topics.isEmpty ? Array(cluster.topics.keys) : topics.map(\.name)).sorted()
    var room = Int(max(1, min(responsePartitionLimit, 2000)))
    var response = DescribeTopicPartitionsResponse()
    for name in names where name >= cursor?.topicName ?? "" {
      let first = name == cursor?.topicName ? Int(cursor?.partitionIndex.rawValue ?? 0) : 0
      guard room > 0 else {
        response.nextCursor = .init { $0.topicName = name }
        break
      }
      var topic = DescribeTopicPartitionsResponse.Topic(name, cluster.topics[name])
      let partitions = cluster.topics[name]?.partitions ?? []
      let shown = partitions.enumerated().dropFirst(max(first, 0)).prefix(room)
      topic.partitions = shown.map { index, partition in
        .init(PartitionID(rawValue: Int32(index)), partition, listed: listed)
      }
      response.topics.append(topic)
      room -= shown.count
      let next = first + shown.count
      guard next >= partitions.count else {
        response.nextCursor = .init {
          $0.topicName = name
          $0.partitionIndex = PartitionID(rawValue: Int32(next))
        }
        break
      }
    }
    return .reply(response)
  }

  static func put(_ error: ErrorCode, into response: inout DescribeTopicPartitionsResponse) {
    for index in response.topics.indices {
      response.topics[index].errorCode = error
      response.topics[index].partitions = []
    }
  }
}

extension DescribeTopicPartitionsResponse.Topic {
  init(_ name: String, _ topic: SimulatedTopic?) {
    self.init()
    self.name = name
    errorCode = topic?.error ?? .unknownTopicOrPartition
    topicID = topic?.id ?? KafkaUUID()
    isInternal = topic?.isInternal ?? false
  }
}

extension DescribeTopicPartitionsResponse.Topic.Partition {
  init(_ index: PartitionID, _ partition: SimulatedPartition, listed: Set<BrokerID>) {
    self.init()
    partitionIndex = index
    leaderID = partition.leader
    errorCode = partition.leader == nil ? .leaderNotAvailable : .none
    leaderEpoch = partition.leaderEpoch
    replicaNodes = partition.replicas
    isrNodes = partition.inSync
    // Never null: Kafka's own client does not expect that.
    eligibleLeaderReplicas = []
    lastKnownElr = []
    offlineReplicas = partition.replicas.filter { !listed.contains($0) }
  }
}
