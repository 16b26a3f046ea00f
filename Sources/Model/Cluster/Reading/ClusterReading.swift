/// Everything that one cycle read of a cluster, before anybody judged it.
///
/// Lists that are nil could not be read; empty ones are known to be empty.
package struct ClusterReading: Sendable, Hashable {
  package var identity = ClusterIdentity()
  package var scope = ClusterScope.cluster
  /// Sorted by id.
  package var brokers: [BrokerReading] = []
  /// The active controller as metadata names it; in KRaft that is a random broker, and only the quorum knows better.
  package var controller: NodeID?
  /// Sorted by name.
  package var topics: [TopicReading] = []
  package var partitions = PartitionTable()
  package var reassignments: [ReassignmentReading]?
  /// Nil where the cluster has no quorum that can be asked.
  package var quorum: QuorumAnswer?
  package var logDirs: [LogDirReading]?
  /// Sorted by name, one per name.
  package var groups: [GroupReading] = []
  package var positions = PositionTable()
  package var transactions: [TransactionReading]?
  /// Brokers that said which transactions they coordinate: of the others none is known, which is not to say that there is none.
  package var transactionCoordinators: Set<NodeID> = []

  package init() {}
}
