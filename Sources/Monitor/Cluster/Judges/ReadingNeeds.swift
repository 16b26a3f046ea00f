package import Model

/// What a reading shows to be worth asking at once instead of when it is due.
package struct ReadingNeeds: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A group committed on a partition that metadata does not list: it may just be newer.
  package static let metadata = ReadingNeeds(rawValue: 1)
  /// Replica lists changed: until the reassignments are read again, new replicas look like missing ones.
  package static let reassignments = ReadingNeeds(rawValue: 2)

  package init(of reading: ClusterReading, after earlier: ClusterReading?, _ rows: RowMap) {
    self = []
    let before = Dictionary(
      (earlier?.groups ?? []).map { ($0.name, $0.unmatchedCommits) }, uniquingKeysWith: { first, _ in first })
    // Commits of deleted topics stay for days: only new ones are worth a question.
    if reading.groups.contains(where: { $0.unmatchedCommits > before[$0.name] ?? 0 }) { insert(.metadata) }
    guard let earlier else { return }
    let isMoved = (0..<reading.partitions.count).contains { row in
      rows.earlierRow(of: row).map { earlier.partitions.replicas[$0] != reading.partitions.replicas[row] }
        ?? false
    }
    if isMoved { insert(.reassignments) }
  }
}
