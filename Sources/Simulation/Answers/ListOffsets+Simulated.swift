import Kafka

extension ListOffsetsRequest: SimulatedRequest {
  static var showsTime: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<ListOffsetsResponse> {
    .reply(
      ListOffsetsResponse {
        $0.topics = topics.map { topic in
          ListOffsetsResponse.Topic {
            $0.name = topic.name
            $0.partitions = answers(
              to: topic, of: cluster.topics[topic.name]?.partitions ?? [], question.broker)
          }
        }
      })
  }

  private func answers(
    to topic: Topic, of partitions: [SimulatedPartition], _ broker: BrokerID
  ) -> [ListOffsetsResponse.Topic.Partition] {
    var seen: Set<PartitionID> = []
    var twice: Set<PartitionID> = []
    for asked in topic.partitions where !seen.insert(asked.partitionIndex).inserted {
      twice.insert(asked.partitionIndex)
    }
    return topic.partitions.map { asked in
      let index = Int(asked.partitionIndex.rawValue)
      let partition = partitions.indices.contains(index) ? partitions[index] : nil
      return ListOffsetsResponse.Topic.Partition {
        $0.partitionIndex = asked.partitionIndex
        $0.errorCode =
          twice.contains(asked.partitionIndex)
          ? .invalidRequest : asked.obstacle(at: partition, of: broker, isDebug: isDebug)
        guard let partition, $0.errorCode.isSuccess else { return }
        $0.leaderEpoch = partition.leaderEpoch
        ($0.offset, $0.timestamp) = partition.offset(
          at: asked.timestamp, forReplica: isDebug ? broker : nil, committedOnly: isolationLevel == 1)
      }
    }
  }

  /// A question to any replica about its own log.
  private var isDebug: Bool { replicaID == -2 }

  static func put(_ error: ErrorCode, into response: inout ListOffsetsResponse) {
    for topic in response.topics.indices {
      for index in response.topics[topic].partitions.indices {
        response.topics[topic].partitions[index].errorCode = error
        response.topics[topic].partitions[index].offset = nil
        response.topics[topic].partitions[index].timestamp = nil
      }
    }
  }
}

extension ListOffsetsRequest.Topic.Partition {
  fileprivate func obstacle(
    at partition: SimulatedPartition?, of broker: BrokerID, isDebug: Bool
  ) -> ErrorCode {
    guard let partition else { return .unknownTopicOrPartition }
    let isServed = isDebug ? partition.replicas.contains(broker) : partition.leader == broker
    guard isServed else { return .notLeaderOrFollower }
    guard partition.error.isSuccess, let currentLeaderEpoch else { return partition.error }
    if currentLeaderEpoch < partition.leaderEpoch { return .fencedLeaderEpoch }
    return currentLeaderEpoch > partition.leaderEpoch ? .unknownLeaderEpoch : .none
  }
}

extension SimulatedPartition {
  /// The offset that belongs to a timestamp, or to one of the negative ones that mean a place in the log.
  fileprivate func offset(
    at timestamp: Int64, forReplica replica: BrokerID?, committedOnly: Bool
  ) -> (offset: Int64?, timestamp: Int64?) {
    switch timestamp {
    case -1:
      if let replica { return (max(log.start, log.end - (replicaLag[replica] ?? 0)), nil) }
      return (committedOnly ? log.lastStable : log.end, nil)
    case -2, -4: return (log.start, nil)
    case -3:
      guard log.end > log.start else { return (nil, nil) }
      return (log.end - 1, log.times.time(of: log.end - 1))
    case 0...:
      guard let offset = log.times.firstOffset(at: timestamp), offset < log.end else { return (nil, nil) }
      return (max(offset, log.start), log.times.time(of: max(offset, log.start)))
    default: return (nil, nil)
    }
  }
}
