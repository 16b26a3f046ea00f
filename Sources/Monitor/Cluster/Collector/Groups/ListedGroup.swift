import Kafka
import Model

/// One line of a broker's list of groups.
struct ListedGroup: Sendable, Hashable {
  let name: String
  let kind: GroupKind
  let protocolType: String
  let state: GroupState?

  init(_ group: ListGroupsResponse.Group) {
    name = group.groupID
    protocolType = group.protocolType
    state = GroupState(rawValue: group.groupState)
    // Brokers that do not say the type have no other.
    kind = GroupKind(rawValue: group.groupType.lowercased()) ?? .classic
  }

  /// Nobody in it to ask for.
  var isWithoutMembers: Bool { state == .empty || state == .dead }
}
