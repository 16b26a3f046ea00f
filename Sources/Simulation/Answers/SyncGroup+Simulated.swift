import Kafka
import Model

extension SyncGroupRequest: SimulatedRequest {
  var changesCluster: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<SyncGroupResponse> {
    if let obstacle = cluster.obstacle(
      memberID, generation: generationID, of: groupID, isFirst: question.isFirst, question)
    {
      return .reply(SyncGroupResponse { $0.errorCode = obstacle })
    }
    guard let group = cluster.groups[groupID] else {
      return .reply(SyncGroupResponse { $0.errorCode = .unknownMemberID })
    }
    if group.state == .completingRebalance {
      guard group.leader == memberID else { return .wait(until: group.nextChange) }
      cluster.groups[groupID]?.assign(assignments)
    }
    let assignment = cluster.groups[groupID]?.member(memberID)?.assignment ?? []
    return .reply(SyncGroupResponse { $0.assignment = assignment })
  }

  static func put(_ error: ErrorCode, into response: inout SyncGroupResponse) {
    response = SyncGroupResponse { $0.errorCode = error }
  }
}

extension HeartbeatRequest: SimulatedRequest {
  var changesCluster: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<HeartbeatResponse> {
    let obstacle = cluster.obstacle(memberID, generation: generationID, of: groupID, isFirst: true, question)
    return .reply(HeartbeatResponse { $0.errorCode = obstacle ?? .none })
  }

  static func put(_ error: ErrorCode, into response: inout HeartbeatResponse) {
    response.errorCode = error
  }
}

extension LeaveGroupRequest: SimulatedRequest {
  var changesCluster: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<LeaveGroupResponse> {
    .reply(
      LeaveGroupResponse {
        guard cluster.coordinator(of: groupID) == question.broker else {
          $0.errorCode = .notCoordinator
          return
        }
        guard cluster.groups[groupID]?.member(memberID) != nil else {
          $0.errorCode = .unknownMemberID
          return
        }
        cluster.groups[groupID]?.remove(memberID, at: question.now.uptime)
      })
  }

  static func put(_ error: ErrorCode, into response: inout LeaveGroupResponse) {
    response.errorCode = error
  }
}

extension SimulatedCluster {
  /// Why a member may not go on as one of this generation. That it is alive is noted where it says so for the first time.
  mutating func obstacle(
    _ memberID: String, generation: Int32, of id: String, isFirst: Bool, _ question: Question
  ) -> ErrorCode? {
    guard coordinator(of: id) == question.broker else { return .notCoordinator }
    groups[id]?.finishRound(at: question.now.uptime)
    guard let group = groups[id], group.member(memberID) != nil else { return .unknownMemberID }
    guard group.epoch == generation else { return .illegalGeneration }
    if isFirst { groups[id]?.change(memberID) { $0.session?.lastHeard = question.now.uptime } }
    return group.state == .preparingRebalance ? .rebalanceInProgress : nil
  }
}
