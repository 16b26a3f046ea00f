import Kafka
import Model

/// The topology of a simulated application is one part that reads all topics of its members.
extension StreamsGroupDescribeRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<StreamsGroupDescribeResponse> {
    .reply(
      StreamsGroupDescribeResponse {
        $0.groups = groupIDs.map { id in
          if let obstacle = cluster.obstacle(id, at: question.broker) { return .init(id, obstacle) }
          guard let group = cluster.groups[id], group.kind == .streams else {
            return .init(id, .groupIDNotFound)
          }
          return .init(id, group)
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout StreamsGroupDescribeResponse) {
    response.groups = response.groups.map { StreamsGroupDescribeResponse.Group($0.groupID, error) }
  }
}

extension StreamsGroupDescribeResponse.Group {
  fileprivate init(_ id: String, _ error: ErrorCode) {
    self.init()
    groupID = id
    errorCode = error
  }

  fileprivate init(_ id: String, _ group: SimulatedGroup) {
    self.init()
    groupID = id
    groupState = group.state.rawValue
    groupEpoch = group.epoch
    assignmentEpoch = group.assignmentEpoch
    topology = Topology {
      $0.epoch = 1
      $0.subtopologies = [
        Topology.Subtopology {
          $0.subtopologyID = "0"
          $0.sourceTopics = Set(group.members.flatMap(\.subscribed)).sorted()
        }
      ]
    }
    members = group.members.map { member in
      Member {
        $0.memberID = member.id
        $0.memberEpoch = member.epoch
        $0.instanceID = member.instanceID
        $0.rackID = member.rack
        $0.clientID = member.clientID
        $0.clientHost = member.clientHost
        $0.topologyEpoch = 1
        $0.processID = "process-\(member.id)"
        $0.assignment = .init(active: member.assigned)
        $0.targetAssignment = .init(active: member.target ?? member.assigned)
      }
    }
  }
}

extension StreamsGroupDescribeResponse.Assignment {
  fileprivate init(active: [String: [PartitionID]]) {
    self.init()
    let partitions = Set(active.values.joined()).sorted()
    guard !partitions.isEmpty else { return }
    activeTasks = [
      StreamsGroupDescribeResponse.TaskIds {
        $0.subtopologyID = "0"
        $0.partitions = partitions
      }
    ]
  }
}
