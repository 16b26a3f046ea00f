/// One copy of the cluster's metadata log.
package struct QuorumReplica: Sendable, Hashable {
  package enum Role: String, Sendable, Hashable {
    case voter, observer
  }

  package let id: NodeID
  package let role: Role
  package var logEnd: Int64?
  package var lastFetch: Timestamp?
  package var lastCaughtUp: Timestamp?

  package init(
    id: NodeID, role: Role, logEnd: Int64? = nil, lastFetch: Timestamp? = nil,
    lastCaughtUp: Timestamp? = nil
  ) {
    self.id = id
    self.role = role
    self.logEnd = logEnd
    self.lastFetch = lastFetch
    self.lastCaughtUp = lastCaughtUp
  }
}
