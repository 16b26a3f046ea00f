package import Model

/// What is wrong with each partition, and how that adds up for brokers and the cluster.
package enum PartitionJudge {
  package struct Outcome: Sendable {
    package var troubles: [PartitionTroubles] = []
    package var brokers: [BrokerVerdict] = []
    package var offline: Int?
    package var unavailable: Int?
    package var reassigning: Int?
  }

  /// While metadata is frozen nothing is said that rests on in-sync replicas.
  package static func judge(_ reading: ClusterReading, isFrozen: Bool, expected: [NodeID]) -> Outcome {
    var outcome = Outcome()
    outcome.troubles = troubles(reading, isFrozen: isFrozen)
    outcome.brokers = brokers(reading, outcome.troubles, isFrozen: isFrozen, expected: expected)
    guard reading.partitions.count > 0 else { return outcome }
    outcome.offline = outcome.troubles.count { $0.contains(.offline) }
    if reading.brokers.contains(where: { $0.answers != nil }) {
      outcome.unavailable = outcome.troubles.count { $0.contains(.unavailable) }
    }
    outcome.reassigning = reading.reassignments?.count
    return outcome
  }

  private static func troubles(_ reading: ClusterReading, isFrozen: Bool) -> [PartitionTroubles] {
    let table = reading.partitions
    let moving = Dictionary(
      (reading.reassignments ?? []).map { ($0.partition, $0.adding.count) }, uniquingKeysWith: max)
    let answers = Dictionary(
      reading.brokers.map { ($0.id, $0.answers) }, uniquingKeysWith: { first, _ in first })
    var troubles = [PartitionTroubles](repeating: [], count: table.count)
    for topic in reading.topics {
      let minimum = topic.settings?.minimumInSync
      for row in topic.partitions.clamped(to: 0..<table.count) where !table.replicas[row].isEmpty {
        let leader = table.leader(of: row)
        let adding = moving.isEmpty ? nil : moving[row]
        var found = AvailabilityJudge.judge(
          leader: leader, leaderAnswers: leader.flatMap { answers[$0] ?? nil })
        if adding != nil { found.insert(.reassigning) }
        if !isFrozen {
          found.formUnion(replication(table, row, leader: leader, adding: adding, minimum: minimum))
        }
        troubles[row] = found
      }
    }
    return troubles
  }

  private static func replication(
    _ table: PartitionTable, _ row: Int, leader: NodeID?, adding: Int?, minimum: Int?
  ) -> PartitionTroubles {
    let replicas = table.replicas[row]
    let inSync = table.inSync[row].count
    var found = PartitionTroubles()
    if UnderReplicationJudge.isUnderReplicated(
      replicas: replicas.count, inSync: inSync, adding: adding ?? 0)
    {
      found.insert(.underReplicated)
    }
    if leader != nil { found.formUnion(MinimumInSyncJudge.judge(inSync: inSync, minimum: minimum)) }
    if PreferredLeaderJudge.isMisplaced(
      leader: leader, preferred: replicas.first, isReassigning: adding != nil)
    {
      found.insert(.notPreferred)
    }
    return found
  }

  private static func brokers(
    _ reading: ClusterReading, _ troubles: [PartitionTroubles], isFrozen: Bool, expected: [NodeID]
  ) -> [BrokerVerdict] {
    let slots = BrokerSlots(reading.brokers.map(\.id) + expected)
    var verdicts = slots.brokers.map { BrokerVerdict(id: $0, knowsReplication: !isFrozen) }
    for topic in reading.topics {
      let knowsMinimum = topic.settings?.minimumInSync != nil
      for row in topic.partitions.clamped(to: troubles.indices) {
        for broker in reading.partitions.replicas[row] {
          if let slot = slots[broker] { verdicts[slot].replicas += 1 }
        }
        guard let slot = reading.partitions.leader(of: row).flatMap({ slots[$0] }) else { continue }
        verdicts[slot].count(troubles[row], knowsMinimum: knowsMinimum)
      }
    }
    return verdicts
  }
}

extension BrokerVerdict {
  fileprivate init(id: NodeID, knowsReplication: Bool) {
    self.init(id: id)
    guard knowsReplication else { return }
    (underReplicated, underMinimum, atMinimum, notPreferred) = (0, 0, 0, 0)
  }

  /// One more partition that it leads.
  fileprivate mutating func count(_ troubles: PartitionTroubles, knowsMinimum: Bool) {
    leaders += 1
    // Of the others alone the count would say that all is well with a partition of which nobody knows.
    if !knowsMinimum { (underMinimum, atMinimum) = (nil, nil) }
    guard !troubles.isEmpty else { return }
    if troubles.contains(.underReplicated) { underReplicated = underReplicated.map { $0 + 1 } }
    if troubles.contains(.underMinimum) { underMinimum = underMinimum.map { $0 + 1 } }
    if troubles.contains(.atMinimum) { atMinimum = atMinimum.map { $0 + 1 } }
    if troubles.contains(.notPreferred) { notPreferred = notPreferred.map { $0 + 1 } }
  }
}
