/// Every partition of a cluster, one row each, in columns.
///
/// Rows are sorted by topic, and a topic's partition `n` is its `n`th row: `TopicReading.partitions` says where they begin.
/// A row without replicas is one that metadata said nothing about.
package struct PartitionTable: Sendable, Hashable {
  @usableFromInline var leaders = KnownColumn()
  @usableFromInline var leaderEpochs = KnownColumn()
  package var replicas = BrokerLists()
  package var inSync = BrokerLists()
  package var offlineReplicas = BrokerLists()
  package var logStarts = KnownColumn()
  /// The high watermark, read after the committed offsets.
  package var logEnds = KnownColumn()
  /// Whose end was read in this cycle; the others' is an older one that still stands. Empty where all are of this cycle.
  package var freshEnds: [Bool] = []
  package var lastStables = KnownColumn()
  /// Log end less last stable offset, both of the same moment: the stable offset read right after the end.
  ///
  /// Subtracting columns of different age would see open transactions everywhere.
  package var unstable = KnownColumn()
  /// Bytes of the leader's copy.
  package var sizes = KnownColumn()

  package init() {}

  @inlinable package var count: Int { replicas.count }

  /// Nil where no leader is elected.
  @inlinable package func leader(of row: Int) -> NodeID? {
    leaders[row].map { NodeID(truncatingIfNeeded: $0) }
  }

  @inlinable package func leaderEpoch(of row: Int) -> Int32? {
    leaderEpochs[row].map { Int32(truncatingIfNeeded: $0) }
  }

  @inlinable package func isEndFresh(_ row: Int) -> Bool {
    freshEnds.isEmpty || (freshEnds.indices.contains(row) && freshEnds[row])
  }

  /// The end as this cycle read it.
  @inlinable package func freshEnd(of row: Int) -> Int64? {
    isEndFresh(row) ? logEnds[row] : nil
  }

  /// One more row as metadata describes it; its offsets are unknown until somebody sets them.
  ///
  /// Not for any sequence: generic code is not specialised for other modules, and a cycle may append a hundred thousand rows.
  package mutating func append(
    leader: NodeID?, leaderEpoch: Int32?, replicas: [NodeID], inSync: [NodeID], offline: [NodeID]
  ) {
    leaders.append(leader.map(Int64.init))
    leaderEpochs.append(leaderEpoch.map(Int64.init))
    self.replicas.append(replicas)
    self.inSync.append(inSync)
    offlineReplicas.append(offline)
  }
}
