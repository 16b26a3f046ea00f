/// Every partition of a cluster, one row each, in columns.
///
/// Rows are sorted by topic, and a topic's partition `n` is its `n`th row: `TopicReading.partitions` says where they begin.
/// A row without replicas is one that metadata said nothing about.
package struct PartitionTable: Sendable, Hashable {
  /// Unknown where no leader is elected.
  package var leaders = KnownColumn<BrokerID>()
  package var leaderEpochs = KnownColumn<Int32>()
  package var replicas = BrokerLists()
  package var inSync = BrokerLists()
  package var offlineReplicas = BrokerLists()
  package var logStarts = KnownColumn<Int64>()
  /// The high watermark, read after the committed offsets.
  package var logEnds = KnownColumn<Int64>()
  package var lastStables = KnownColumn<Int64>()
  /// Log end less last stable offset, both of the same moment: the stable offset read right after the end.
  ///
  /// Subtracting columns of different age would see open transactions everywhere.
  package var unstable = KnownColumn<Int64>()
  /// Bytes of the leader's copy.
  package var sizes = KnownColumn<Int64>()

  package init() {}

  package var count: Int { replicas.count }

  /// One more row as metadata describes it; its offsets are unknown until somebody sets them.
  package mutating func append(
    leader: BrokerID?, leaderEpoch: Int32?, replicas: some Sequence<BrokerID>,
    inSync: some Sequence<BrokerID>,
    offline: some Sequence<BrokerID>
  ) {
    leaders.append(leader)
    leaderEpochs.append(leaderEpoch)
    self.replicas.append(replicas)
    self.inSync.append(inSync)
    offlineReplicas.append(offline)
  }
}
