package import Model

/// Whether a partition is led by the broker that its assignment prefers.
package enum PreferredLeaderJudge {
  /// A reassignment puts the new replicas first long before they may lead.
  package static func isMisplaced(leader: NodeID?, preferred: NodeID?, isReassigning: Bool) -> Bool {
    guard let leader, let preferred, !isReassigning else { return false }
    return leader != preferred
  }
}
