import Kafka

/// What the coordinator of a classic group keeps of a member that joined over the network.
struct MemberSession: Sendable {
  /// Milliseconds, as are all times here; they count since boot.
  var timeout: Int64
  var rebalanceTimeout: Int64
  var lastHeard: Int64
  var protocolType: String
  /// In the member's order of preference.
  var protocols: [JoinGroupRequest.GroupProtocol]
  /// Whether it takes part in the round under way.
  var hasJoined = false
  /// What the leader gave it.
  var assignment: [UInt8] = []

  func metadata(of name: String) -> [UInt8]? { protocols.first { $0.name == name }?.metadata }
}
