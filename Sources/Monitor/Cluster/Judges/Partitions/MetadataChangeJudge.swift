package import Model

/// Counts what changed in metadata between readings: in-sync sets, leaders, elections that lost records.
///
/// What happens and is undone between two readings is not seen; the broker's own log has it.
package struct MetadataChangeJudge: Sendable {
  /// The last that was known of each row, whatever the latest reading left out.
  private struct Row {
    var leader: NodeID?
    var epoch: Int32?
    var wasLeaderless = false
    var end: Int64?
    /// Set while an election looks unclean and only the log's new end can tell: the end before it.
    var suspectedAt: Int64?
    var replicas: ArraySlice<NodeID> = []
    var inSync: ArraySlice<NodeID> = []
  }

  private var rows: [Row] = []
  private var changes: [NodeID: MetadataChanges] = [:]

  package init() {}

  /// Frozen metadata says nothing new, so it changes nothing.
  package mutating func judge(
    _ cycle: Cycle, isFrozen: Bool, known: Set<NodeID>
  ) -> [NodeID: MetadataChanges] {
    let table = cycle.reading.partitions
    let hasSurelyNoEligibleReplicas = cycle.reading.identity.electsEligibleReplicas == false
    var next: [Row] = []
    next.reserveCapacity(table.count)
    for topic in cycle.reading.topics {
      for row in topic.partitions {
        let old = cycle.rows.earlierRow(of: row).flatMap { rows.indices.contains($0) ? rows[$0] : nil }
        let new = Self.read(table, row)
        if let old, isFrozen || table.replicas[row].isEmpty || Self.isStale(new, old, topic) {
          next.append(old)
        } else if let old, !Self.isRecreated(new, old, topic) {
          next.append(compare(new, with: old, isProof: hasSurelyNoEligibleReplicas))
        } else {
          next.append(new)
        }
      }
    }
    rows = next
    changes = changes.filter { known.contains($0.key) }
    return changes
  }

  private static func read(_ table: PartitionTable, _ row: Int) -> Row {
    Row(
      leader: table.leader(of: row), epoch: table.leaderEpoch(of: row),
      wasLeaderless: table.leader(of: row) == nil,
      end: table.freshEnd(of: row), replicas: table.replicas[row], inSync: table.inSync[row])
  }

  /// Told by a broker that has not heard of the latest election yet.
  private static func isStale(_ new: Row, _ old: Row, _ topic: TopicReading) -> Bool {
    guard topic.id != nil, let was = old.epoch, let now = new.epoch else { return false }
    return now < was
  }

  /// Without topic ids, epochs that start anew are the only sign in metadata that the topic did.
  private static func isRecreated(_ new: Row, _ old: Row, _ topic: TopicReading) -> Bool {
    guard topic.id == nil, let was = old.epoch, let now = new.epoch else { return false }
    return now < was
  }

  private mutating func compare(_ new: Row, with old: Row, isProof: Bool) -> Row {
    var row = new
    let broker = new.leader ?? old.leader
    if let broker, old.inSync != new.inSync { countInSync(new, old, for: broker) }
    if let leader = new.leader, let was = old.leader, leader != was {
      changes[leader, default: MetadataChanges()].leaderChanges += 1
    }
    row.suspectedAt = old.suspectedAt
    if let leader = new.leader, Self.looksUnclean(new, old) {
      if isProof {
        changes[leader, default: MetadataChanges()].uncleanElections += 1
      } else {
        row.suspectedAt = old.end
      }
    }
    settle(&row)
    row.leader = new.leader ?? old.leader
    row.end = new.end ?? old.end
    return row
  }

  /// Replicas that a reassignment took away did not fall behind, and ones that it added did not catch up.
  private mutating func countInSync(_ new: Row, _ old: Row, for broker: NodeID) {
    if old.inSync.contains(where: { !new.inSync.contains($0) && new.replicas.contains($0) }) {
      changes[broker, default: MetadataChanges()].shrinks += 1
    }
    if new.inSync.contains(where: { !old.inSync.contains($0) && old.replicas.contains($0) }) {
      changes[broker, default: MetadataChanges()].expands += 1
    }
  }

  /// While nobody leads, nobody can join the in-sync set: a leader from outside it was not in sync.
  private static func looksUnclean(_ new: Row, _ old: Row) -> Bool {
    guard let leader = new.leader, old.wasLeaderless, !old.inSync.isEmpty else { return false }
    return !old.inSync.contains(leader) && !new.inSync.contains(where: old.inSync.contains)
  }

  /// An eligible replica that metadata does not list may have been elected cleanly; then no record is missing.
  private mutating func settle(_ row: inout Row) {
    guard let before = row.suspectedAt, let leader = row.leader, let end = row.end else { return }
    if end < before { changes[leader, default: MetadataChanges()].uncleanElections += 1 }
    row.suspectedAt = nil
  }
}
