/// What the judges make of one reading of a cluster.
package struct ClusterVerdict: Sendable, Hashable {
  /// The quorum is lost and metadata cannot be believed; nil where that cannot be known.
  package var isFrozen: Bool?
  /// Nil where nobody knows of any.
  package var expectedBrokers: ExpectedBrokers?
  package var liveBrokers: Int?
  /// The active controller; in KRaft the quorum's leader.
  package var controller: NodeID?
  package var controllerChanges: UInt64 = 0
  /// Sorted by id.
  package var brokers: [BrokerVerdict] = []
  /// One per row of the partition table.
  package var troubles: [PartitionTroubles] = []
  package var offline: Int?
  package var unavailable: Int?
  package var reassigning: Int?
  package var singleReplicaTopics: Int?
  package var singleRackTopics: Int?
  package var openTransactions: Int?
  package var hangingTransactions: Int?
  /// Sorted by topic and broker.
  package var messagesIn: [TrafficCount] = []
  package var messagesOut: [TrafficCount] = []
  package var groups: [GroupVerdict] = []
  package var groupTopics: [GroupTopicVerdict] = []
  package var lags = LagTable()
  package var budget: SeriesBudget?

  package init() {}
}
