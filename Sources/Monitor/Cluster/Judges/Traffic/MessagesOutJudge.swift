package import Model

/// Counts the records that went out: the growth of committed offsets, by the broker that coordinates the group.
package struct MessagesOutJudge: Sendable {
  private var ledger = TrafficLedger()

  package init() {}

  /// `growth` is what every group committed on every topic since the last reading, in the order of the reading's groups.
  package mutating func judge(
    _ cycle: Cycle, growth: [(group: Int, topic: Int, records: Int64)], known: Set<NodeID>
  ) -> [TrafficCount] {
    ledger.arrange(cycle, known: known)
    for part in growth {
      guard let coordinator = cycle.reading.groups[part.group].coordinator,
        cycle.reading.scope.includes(coordinator), !cycle.reading.topics[part.topic].isInternal
      else { continue }
      ledger.add(part.records, topic: part.topic, broker: coordinator)
    }
    return ledger.counts
  }
}
