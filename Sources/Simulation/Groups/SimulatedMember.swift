package import Kafka

/// A member of a group of any kind.
package struct SimulatedMember: Sendable {
  package var id: String
  package var instanceID: String?
  package var clientID = "simulated"
  package var clientHost = "/127.0.0.1"
  package var rack: String?
  package var epoch: Int32 = 1
  package var subscribed: [String] = []
  package var assigned: [String: [PartitionID]] = [:]
  /// What it is to have; `nil`: what it has.
  package var target: [String: [PartitionID]]?
  /// Of a member whose client is real.
  var session: MemberSession?

  package init(_ id: String, assigned: [String: [PartitionID]] = [:]) {
    self.id = id
    self.assigned = assigned
    subscribed = assigned.keys.sorted()
  }
}
