package import Kafka
package import Model

/// A group of any kind, under the id that is its key in the cluster.
package struct SimulatedGroup: Sendable {
  package var kind = GroupKind.classic
  package var protocolType = "consumer"
  package var state = GroupState.empty
  /// `nil`: the leader of the group's partition of `__consumer_offsets`, as in Kafka.
  package var coordinator: BrokerID?
  /// The generation of a classic group.
  package var epoch: Int32 = 0
  package var assignmentEpoch: Int32 = 0
  /// The assignor, or the protocol that the members of a classic group agreed on.
  package var assignor = ""
  package var members: [SimulatedMember] = []
  /// By topic; for a share group where it starts.
  package var commits: [String: [PartitionID: SimulatedCommit]] = [:]
  /// Records a second that the workload reads from a topic, spread evenly over its partitions, no further than they reach.
  package var consumeRates: [String: Double] = [:]
  /// What the coordinator answers to every question about the group.
  package var error = ErrorCode.none
  /// The member whose client assigns partitions.
  var leader: String?
  /// When a classic group that is rebalancing goes on without who has not come.
  var joinDeadline: Int64?
  /// Ids that were given out and have not joined yet.
  var promisedIDs: Set<String> = []

  package init(_ kind: GroupKind = .classic) {
    self.kind = kind
    switch kind {
    case .classic, .consumer: protocolType = "consumer"
    case .share: protocolType = "share"
    case .streams: protocolType = "streams"
    }
    assignor = kind == .classic ? "range" : kind == .consumer ? "uniform" : kind == .share ? "simple" : ""
  }
}
