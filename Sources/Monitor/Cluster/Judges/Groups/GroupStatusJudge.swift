import Model

/// How a whole group gets on, and why.
enum GroupStatusJudge {
  /// What its partitions come to.
  struct Evidence {
    /// The worst status of any partition on which one could be given.
    var worst: GroupStatus?
    /// On some partition too little is known.
    var hasUnknown = false
    var isGrowing = false
    /// What is wrong with partitions on which the group does not move.
    var troubles: PartitionTroubles = []
    /// Leaders of partitions on which the group does not move, and its coordinator.
    var brokers: Set<NodeID> = []
  }

  static func judge(_ group: GroupReading, _ evidence: Evidence, hints: StatusHints) -> (
    GroupStatus?, StatusCauses
  ) {
    let status = status(group, evidence)
    guard let status, status != .ok else {
      // A rebalance explains a silence that is too short to judge, too.
      return (status, status == nil && group.state?.isRebalancing == true ? .rebalancing : [])
    }
    var causes = hints.causes(evidence.brokers)
    if hasNoMembers(group) { causes.insert(.noMembers) }
    if group.state?.isRebalancing == true { causes.insert(.rebalancing) }
    if evidence.troubles.contains(.offline) { causes.insert(.leaderlessPartition) }
    if evidence.troubles.contains(.unavailable) { causes.insert(.unavailablePartition) }
    if evidence.troubles.contains(.hangingTransaction) { causes.insert(.hangingTransaction) }
    return (status, causes)
  }

  private static func status(_ group: GroupReading, _ evidence: Evidence) -> GroupStatus? {
    guard let worst = evidence.worst else { return nil }
    // Standing still with nobody there is being stopped; a group that only commits has no members and still moves.
    if worst == .stalled, hasNoMembers(group) { return .stopped }
    if worst > .lagging { return worst }
    if evidence.isGrowing { return .lagging }
    return evidence.hasUnknown ? nil : worst
  }

  private static func hasNoMembers(_ group: GroupReading) -> Bool {
    if let members = group.members { return members.isEmpty }
    return group.state == .empty || group.state == .dead
  }
}
