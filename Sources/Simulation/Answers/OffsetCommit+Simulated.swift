import Kafka
import Model

extension OffsetCommitRequest: SimulatedRequest {
  var changesCluster: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<OffsetCommitResponse> {
    let obstacle = obstacle(in: &cluster, question)
    var response = OffsetCommitResponse()
    for topic in topics {
      var committed = OffsetCommitResponse.Topic { $0.name = topic.name }
      for partition in topic.partitions {
        let isKnown = cluster[topic.name, partition.partitionIndex] != nil
        let outcome = obstacle ?? (isKnown ? .none : .unknownTopicOrPartition)
        if outcome.isSuccess { write(partition, of: topic.name, to: &cluster) }
        committed.partitions.append(
          OffsetCommitResponse.Topic.Partition {
            $0.partitionIndex = partition.partitionIndex
            $0.errorCode = outcome
          })
      }
      response.topics.append(committed)
    }
    return .reply(response)
  }

  private func write(_ partition: Topic.Partition, of topic: String, to cluster: inout SimulatedCluster) {
    let index = partition.partitionIndex
    cluster.commit(partition.committedOffset, by: groupID, in: topic, index)
    cluster.groups[groupID]?.commits[topic]?[index]?.leaderEpoch = partition.committedLeaderEpoch
    cluster.groups[groupID]?.commits[topic]?[index]?.metadata = partition.committedMetadata ?? ""
  }

  /// Who is no member may commit for a group that has none.
  private func obstacle(in cluster: inout SimulatedCluster, _ question: Question) -> ErrorCode? {
    guard let generationID else {
      guard cluster.coordinator(of: groupID) == question.broker else { return .notCoordinator }
      return cluster.groups[groupID]?.members.isEmpty ?? true ? nil : .unknownMemberID
    }
    let obstacle = cluster.obstacle(memberID, generation: generationID, of: groupID, isFirst: true, question)
    if cluster.groups[groupID]?.state == .completingRebalance { return obstacle ?? .rebalanceInProgress }
    // Members commit what they have done before they join the next round.
    return obstacle == .rebalanceInProgress ? nil : obstacle
  }

  static func put(_ error: ErrorCode, into response: inout OffsetCommitResponse) {
    for topic in response.topics.indices {
      for index in response.topics[topic].partitions.indices {
        response.topics[topic].partitions[index].errorCode = error
      }
    }
  }
}
