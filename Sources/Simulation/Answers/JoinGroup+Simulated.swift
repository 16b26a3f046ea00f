import Kafka
import Model

extension JoinGroupRequest: SimulatedRequest {
  var changesCluster: Bool { true }

  /// The most members of a group, and the most ids that wait to be used.
  private static let memberLimit = 1000
  private static let longestSession: Int32 = 1_800_000

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<JoinGroupResponse> {
    guard cluster.coordinator(of: groupID) == question.broker else { return refusal(.notCoordinator) }
    var group = cluster.groups[groupID] ?? SimulatedGroup()
    defer { cluster.groups[groupID] = group }
    let name = question.clientID ?? "client"
    if question.isFirst {
      let fresh = "\(name)-\(cluster.newIdentifier())"
      if let refusal = enter(&group, as: fresh, question) { return refusal }
    } else {
      group.finishRound(at: question.now.uptime)
    }
    guard let member = member(in: group) else { return refusal(.unknownMemberID) }
    guard group.state != .preparingRebalance else { return .wait(until: group.nextChange) }
    return .reply(round(of: group, for: member))
  }

  /// A static member is found by its own name, because its client may have forgotten the id.
  private func member(in group: SimulatedGroup) -> SimulatedMember? {
    if memberID.isEmpty { return group.members.last { $0.instanceID == groupInstanceID } }
    return group.member(memberID)
  }

  /// Makes the client a member that takes part in the next round, or says why not.
  private func enter(
    _ group: inout SimulatedGroup, as freshID: String, _ question: Question
  ) -> Answer<JoinGroupResponse>? {
    guard !groupID.isEmpty else { return refusal(.invalidGroupID) }
    guard 1...Self.longestSession ~= sessionTimeoutMilliseconds else {
      return refusal(.invalidSessionTimeout)
    }
    guard group.kind == .classic, group.accepts(self) else { return refusal(.inconsistentGroupProtocol) }
    if memberID.isEmpty, groupInstanceID == nil {
      // Kafka makes sure that a client that gives up at once does not stay behind as a member.
      if group.promisedIDs.count >= Self.memberLimit { group.promisedIDs = [] }
      group.promisedIDs.insert(freshID)
      return refusal(.memberIDRequired, memberID: freshID)
    }
    let known = member(in: group)
    let isPromised = group.promisedIDs.remove(memberID) != nil
    guard known != nil || isPromised || memberID.isEmpty else { return refusal(.unknownMemberID) }
    guard known != nil || group.members.count < Self.memberLimit else { return refusal(.groupMaxSizeReached) }
    let id = known?.id ?? (memberID.isEmpty ? freshID : memberID)
    group.protocolType = protocolType
    group.admit(id, self, question)
    return nil
  }

  private func round(of group: SimulatedGroup, for member: SimulatedMember) -> JoinGroupResponse {
    JoinGroupResponse {
      $0.generationID = group.epoch
      $0.protocolName = group.assignor
      $0.leader = group.leader ?? ""
      $0.memberID = member.id
      guard member.id == group.leader else { return }
      $0.members = group.members.map { other in
        JoinGroupResponse.Member {
          $0.memberID = other.id
          $0.groupInstanceID = other.instanceID
          $0.metadata = other.metadata(of: group.assignor)
        }
      }
    }
  }

  private func refusal(_ error: ErrorCode, memberID: String = "") -> Answer<JoinGroupResponse> {
    .reply(
      JoinGroupResponse {
        $0.errorCode = error
        $0.memberID = memberID
      })
  }

  static func put(_ error: ErrorCode, into response: inout JoinGroupResponse) {
    response = JoinGroupResponse { $0.errorCode = error }
  }
}

extension SimulatedGroup {
  /// Whether all its members and the new one have a protocol in common.
  fileprivate func accepts(_ request: JoinGroupRequest) -> Bool {
    let others = members.filter { $0.id != request.memberID }.compactMap(\.session)
    guard others.allSatisfy({ $0.protocolType == request.protocolType }) else { return false }
    return request.protocols.contains { offered in
      others.allSatisfy { $0.metadata(of: offered.name) != nil }
    }
  }

  fileprivate mutating func admit(_ id: String, _ request: JoinGroupRequest, _ question: Question) {
    if member(id) == nil { members.append(SimulatedMember(id)) }
    change(id) { member in
      member.instanceID = request.groupInstanceID
      member.clientID = question.clientID ?? ""
      let subscription = request.protocols.first.flatMap { try? ConsumerSubscription.read($0.metadata) }
      member.subscribed = subscription?.topics ?? []
      let timeout = Int64(request.sessionTimeoutMilliseconds)
      member.session = MemberSession(
        timeout: timeout,
        rebalanceTimeout: request.rebalanceTimeoutMilliseconds.map { Int64($0) } ?? timeout,
        lastHeard: question.now.uptime, protocolType: request.protocolType, protocols: request.protocols)
    }
    startRound(at: question.now.uptime)
    change(id) { $0.session?.hasJoined = true }
    finishRound(at: question.now.uptime)
  }
}
