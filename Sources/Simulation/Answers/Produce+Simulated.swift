import Kafka

extension ProduceRequest: SimulatedRequest {
  var changesCluster: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<ProduceResponse> {
    var response = ProduceResponse()
    for topic in topicData {
      var written = ProduceResponse.Topic { $0.name = topic.name }
      for data in topic.partitionData {
        written.partitionResponses.append(append(data, to: topic.name, in: &cluster, question.broker))
      }
      response.responses.append(written)
    }
    return acks == 0 ? .silence : .reply(response)
  }

  private func append(
    _ data: Topic.Partition, to topic: String, in cluster: inout SimulatedCluster, _ broker: BrokerID
  ) -> ProduceResponse.Topic.Partition {
    var outcome = ProduceResponse.Topic.Partition { $0.index = data.index }
    let needed = cluster.configuration("min.insync.replicas", of: topic).flatMap(Int.init) ?? 1
    guard let partition = cluster[topic, data.index] else {
      outcome.errorCode = .unknownTopicOrPartition
      return outcome
    }
    guard partition.leader == broker else {
      outcome.errorCode = .notLeaderOrFollower
      return outcome
    }
    guard partition.error.isSuccess else {
      outcome.errorCode = partition.error
      return outcome
    }
    guard acks != -1 || partition.inSync.count >= needed else {
      outcome.errorCode = .notEnoughReplicas
      return outcome
    }
    guard let batches = try? ProducedBatch.all(in: data.records ?? []) else {
      outcome.errorCode = .corruptMessage
      return outcome
    }
    outcome.baseOffset = partition.log.end
    outcome.logStartOffset = partition.log.start
    cluster.change(topic, data.index) { partition in
      for batch in batches { partition.log.append(batch, leaderEpoch: partition.leaderEpoch) }
    }
    return outcome
  }

  static func put(_ error: ErrorCode, into response: inout ProduceResponse) {
    for topic in response.responses.indices {
      for index in response.responses[topic].partitionResponses.indices {
        response.responses[topic].partitionResponses[index].errorCode = error
        response.responses[topic].partitionResponses[index].baseOffset = nil
      }
    }
  }
}
