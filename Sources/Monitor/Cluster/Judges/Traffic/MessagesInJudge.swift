package import Model

/// Counts the records that came in: the growth of the logs' ends, by the broker that leads them.
package struct MessagesInJudge: Sendable {
  /// The last known ends, only while the partition was ours to count.
  private var ends = KnownColumn()
  private var ledger = TrafficLedger()

  package init() {}

  /// Internal topics are the cluster's own bookkeeping and count nothing.
  package mutating func judge(_ cycle: Cycle, known: Set<NodeID>) -> [TrafficCount] {
    let table = cycle.reading.partitions
    ledger.arrange(cycle, known: known)
    var next = KnownColumn()
    next.reserveCapacity(table.count)
    for (index, topic) in cycle.reading.topics.enumerated() {
      for row in topic.partitions {
        let leader = table.leader(of: row)
        // Another broker's watcher counts it meanwhile: what it grows by there must not be counted here when it comes back.
        if topic.isInternal || leader.map(cycle.reading.scope.includes) == false {
          next.append(nil)
          continue
        }
        let before = cycle.rows.earlierRow(of: row).flatMap { ends[$0] }
        let end = table.freshEnd(of: row)
        if let leader, let end {
          // A log that got shorter was truncated; it counts on from there.
          ledger.add(before.map { max(0, end - $0) } ?? 0, topic: index, broker: leader)
        }
        next.append(end ?? before)
      }
    }
    ends = next
    return ledger.counts
  }
}
