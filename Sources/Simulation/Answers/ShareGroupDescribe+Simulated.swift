import Kafka
import Model

extension ShareGroupDescribeRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<ShareGroupDescribeResponse> {
    .reply(
      ShareGroupDescribeResponse {
        $0.groups = groupIDs.map { id in
          if let obstacle = cluster.obstacle(id, at: question.broker) { return .init(id, obstacle) }
          guard let group = cluster.groups[id], group.kind == .share else {
            return .init(id, .groupIDNotFound)
          }
          return .init(id, group, cluster.topics)
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout ShareGroupDescribeResponse) {
    response.groups = response.groups.map { ShareGroupDescribeResponse.Group($0.groupID, error) }
  }
}

extension ShareGroupDescribeResponse.Group {
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
        $0.rackID = member.rack
        $0.memberEpoch = member.epoch
        $0.clientID = member.clientID
        $0.clientHost = member.clientHost
        $0.subscribedTopicNames = member.subscribed
        $0.assignment.topicPartitions = member.assigned.sorted { $0.key < $1.key }.map { name, partitions in
          ShareGroupDescribeResponse.TopicPartitions {
            $0.topicID = topics[name]?.id ?? KafkaUUID()
            $0.topicName = name
            $0.partitions = partitions
          }
        }
      }
    }
  }
}
