import Kafka

extension MetadataRequest: SimulatedRequest {
  var changesCluster: Bool { allowAutoTopicCreation }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<MetadataResponse> {
    if allowAutoTopicCreation, cluster.autoCreatesTopics {
      for name in (topics ?? []).compactMap(\.name) where cluster.topics[name] == nil && !name.isEmpty {
        cluster.addTopic(name, partitions: 1)
      }
    }
    return .reply(
      MetadataResponse {
        $0.brokers = cluster.listedNodes.map(MetadataResponse.Broker.init)
        $0.clusterID = cluster.id
        $0.controllerID = cluster.controller
        $0.topics =
          if let topics {
            topics.map { MetadataResponse.Topic(asked: $0, in: cluster) }
          } else {
            cluster.topics.sorted { $0.key < $1.key }.map { name, topic in
              MetadataResponse.Topic(name, topic, in: cluster)
            }
          }
      })
  }

  static func put(_ error: ErrorCode, into response: inout MetadataResponse) {
    for index in response.topics.indices {
      response.topics[index].errorCode = error
      response.topics[index].partitions = []
    }
  }
}

extension MetadataResponse.Broker {
  init(_ node: SimulatedNode) {
    self.init()
    nodeID = node.id
    host = node.advertisedHost ?? Simulation.host
    port = Int32(node.advertisedPort ?? node.port)
    rack = node.rack
  }
}

extension MetadataResponse.Topic {
  init(asked: MetadataRequest.Topic, in cluster: SimulatedCluster) {
    let name = asked.name ?? cluster.topics.first { $0.value.id == asked.topicID }?.key
    guard let name, let topic = cluster.topics[name] else {
      self.init()
      self.name = asked.name
      topicID = asked.topicID
      errorCode = asked.name == nil ? .unknownTopicID : .unknownTopicOrPartition
      return
    }
    self.init(name, topic, in: cluster)
  }

  init(_ name: String, _ topic: SimulatedTopic, in cluster: SimulatedCluster) {
    self.init()
    self.name = name
    topicID = cluster.hasTopicIDs ? topic.id : KafkaUUID()
    isInternal = topic.isInternal
    errorCode = topic.error
    guard topic.error.isSuccess else { return }
    let listed = Set(cluster.listedNodes.map(\.id))
    partitions = topic.partitions.enumerated().map { index, partition in
      Partition(PartitionID(rawValue: Int32(index)), partition, listed: listed)
    }
  }
}

extension MetadataResponse.Topic.Partition {
  init(_ index: PartitionID, _ partition: SimulatedPartition, listed: Set<BrokerID>) {
    self.init()
    partitionIndex = index
    leaderID = partition.leader
    errorCode = partition.leader == nil ? .leaderNotAvailable : .none
    leaderEpoch = partition.leaderEpoch
    replicaNodes = partition.replicas
    isrNodes = partition.inSync
    offlineReplicas = partition.replicas.filter { !listed.contains($0) }
  }
}
