import Kafka
import Model

extension ConsumerGroupDescribeRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<ConsumerGroupDescribeResponse> {
    .reply(
      ConsumerGroupDescribeResponse {
        $0.groups = groupIDs.map { id in
          if let obstacle = cluster.obstacle(id, at: question.broker) { return .init(id, obstacle) }
          guard let group = cluster.groups[id], group.kind == .consumer else {
            return .init(id, .groupIDNotFound)
          }
          return .init(id, group, cluster.topics)
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout ConsumerGroupDescribeResponse) {
    response.groups = response.groups.map { ConsumerGroupDescribeResponse.Group($0.groupID, error) }
  }
}

extension ConsumerGroupDescribeResponse.Group {
  fileprivate init(_ id: String, _ error: ErrorCode) {
    self.init()
    groupID = id
    errorCode = error
  }

  fileprivate init(_ id: String, _ group: SimulatedGroup, _ topics: [String: SimulatedTopic]) {
    self.init()
    groupID = id
    groupState = group.state.rawValue
    groupEpoch = group.epoch
    assignmentEpoch = group.assignmentEpoch
    assignorName = group.assignor
    members = group.members.map { member in
      Member {
        $0.memberID = member.id
        $0.instanceID = member.instanceID
        $0.rackID = member.rack
        $0.memberEpoch = member.epoch
        $0.clientID = member.clientID
        $0.clientHost = member.clientHost
        $0.subscribedTopicNames = member.subscribed
        $0.assignment = .init(member.assigned, topics)
        $0.targetAssignment = .init(member.target ?? member.assigned, topics)
        // 0 is a classic member of such a group, 1 one of the new protocol.
        $0.memberType = 1
      }
    }
  }
}

extension ConsumerGroupDescribeResponse.Assignment {
  fileprivate init(_ assigned: [String: [PartitionID]], _ topics: [String: SimulatedTopic]) {
    self.init()
    topicPartitions = assigned.sorted { $0.key < $1.key }.map { name, partitions in
      ConsumerGroupDescribeResponse.TopicPartitions {
        $0.topicID = topics[name]?.id ?? KafkaUUID()
        $0.topicName = name
        $0.partitions = partitions
      }
    }
  }
}
