import Kafka

extension CreateTopicsRequest: SimulatedRequest {
  var changesCluster: Bool { true }

  /// The most that one request gets: the cluster lives in memory.
  private static let limit: Int32 = 10_000

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<CreateTopicsResponse> {
    var response = CreateTopicsResponse()
    for topic in topics {
      let outcome = create(topic, in: &cluster)
      response.topics.append(
        CreateTopicsResponse.Topic {
          $0.name = topic.name
          $0.errorCode = outcome
          guard outcome.isSuccess else { return }
          $0.numPartitions = (cluster.topics[topic.name]?.partitions.count).map(Int32.init)
          $0.replicationFactor = (cluster.topics[topic.name]?.partitions.first?.replicas.count).map(
            Int16.init)
          $0.configs = []
        })
    }
    return .reply(response)
  }

  private func create(_ topic: Topic, in cluster: inout SimulatedCluster) -> ErrorCode {
    let brokers = Set(cluster.nodes.filter(\.isBroker).map(\.id))
    let replication = Int(topic.replicationFactor ?? 1)
    let count = topic.assignments.isEmpty ? topic.numPartitions ?? 1 : Int32(topic.assignments.count)
    guard cluster.topics[topic.name] == nil else { return .topicAlreadyExists }
    guard !topic.name.isEmpty, topic.name.utf8.count < 250 else { return .invalidTopic }
    guard 1...Self.limit ~= count, topic.assignments.allSatisfy({ brokers.isSuperset(of: $0.brokerIDs) })
    else {
      return .invalidRequest
    }
    guard 1...max(1, brokers.count) ~= replication else { return .invalidReplicationFactor }
    guard !validateOnly else { return .none }
    let configs = topic.configs.compactMap { config in config.value.map { (config.name, $0) } }
    cluster.addTopic(
      topic.name, partitions: Int(count), replication: replication,
      configs: Dictionary(configs) { $1 })
    for assignment in topic.assignments {
      cluster[topic.name, assignment.partitionIndex] = SimulatedPartition(replicas: assignment.brokerIDs)
    }
    return .none
  }

  static func put(_ error: ErrorCode, into response: inout CreateTopicsResponse) {
    for index in response.topics.indices { response.topics[index].errorCode = error }
  }
}

extension DeleteTopicsRequest: SimulatedRequest {
  var changesCluster: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<DeleteTopicsResponse> {
    var response = DeleteTopicsResponse()
    for name in topicNames {
      let existed = cluster.topics.removeValue(forKey: name) != nil
      response.responses.append(
        DeleteTopicsResponse.Deletion {
          $0.name = name
          $0.errorCode = existed ? .none : .unknownTopicOrPartition
        })
    }
    return .reply(response)
  }

  static func put(_ error: ErrorCode, into response: inout DeleteTopicsResponse) {
    for index in response.responses.indices { response.responses[index].errorCode = error }
  }
}
