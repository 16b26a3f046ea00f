import Kafka
import Model

extension DescribeGroupsRequest: SimulatedRequest {
  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<DescribeGroupsResponse> {
    .reply(
      DescribeGroupsResponse {
        $0.groups = groups.map { id in
          if let obstacle = cluster.obstacle(id, at: question.broker) {
            return DescribeGroupsResponse.Group(id, obstacle)
          }
          guard let group = cluster.groups[id], group.kind == .classic else {
            // Before version 6 a group that is none, or none of this kind, is just dead.
            var none = DescribeGroupsResponse.Group(id, question.version >= 6 ? .groupIDNotFound : .none)
            none.groupState = GroupState.dead.rawValue
            return none
          }
          return DescribeGroupsResponse.Group(id, group)
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout DescribeGroupsResponse) {
    response.groups = response.groups.map { DescribeGroupsResponse.Group($0.groupID, error) }
  }
}

extension DescribeGroupsResponse.Group {
  fileprivate init(_ id: String, _ error: ErrorCode) {
    self.init()
    groupID = id
    errorCode = error
  }

  fileprivate init(_ id: String, _ group: SimulatedGroup) {
    self.init()
    groupID = id
    groupState = group.state.rawValue
    protocolType = group.protocolType
    protocolData = group.state == .stable ? group.assignor : ""
    members = group.members.map { member in
      Member {
        $0.memberID = member.id
        $0.groupInstanceID = member.instanceID
        $0.clientID = member.clientID
        $0.clientHost = member.clientHost
        // Kafka shows neither before everybody has got its share.
        guard group.state == .stable else { return }
        $0.memberMetadata = member.metadata(of: group.assignor)
        $0.memberAssignment = member.assignment
      }
    }
  }
}
