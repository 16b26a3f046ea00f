package import Model

/// Whether a partition can be read and written.
package enum AvailabilityJudge {
  /// A leader of which nobody knows whether it answers makes no partition unavailable.
  package static func judge(leader: NodeID?, leaderAnswers: Bool?) -> PartitionTroubles {
    if leader == nil { return .offline }
    return leaderAnswers == false ? .unavailable : PartitionTroubles()
  }
}
