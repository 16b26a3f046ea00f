import Model

/// The offset ring of every partition, in the order of the partition table.
package struct OffsetHistory: Sendable {
  package private(set) var rings: [OffsetRing] = []
  /// What was kept from before a restart, until the first reading takes it over.
  private var archived: OffsetArchive?

  package init(archived: OffsetArchive? = nil) {
    self.archived = archived
  }

  package mutating func observe(_ cycle: Cycle) {
    if !cycle.rows.isIdentity || rings.count != cycle.reading.partitions.count { arrange(cycle) }
    let table = cycle.reading.partitions
    for topic in cycle.reading.topics {
      for row in topic.partitions.clamped(to: 0..<rings.count) {
        // An end that was read in an earlier cycle was observed then; at this time it would date later records too late.
        guard let end = table.freshEnd(of: row) else { continue }
        rings[row].observe(end: end, at: cycle.now, keepsHistoryWhenShorter: topic.id != nil)
        if let start = table.logStarts[row] { rings[row].forget(below: start) }
      }
    }
  }

  package subscript(row: Int) -> OffsetRing? {
    rings.indices.contains(row) ? rings[row] : nil
  }

  /// When the record at this offset was appended to this row's log.
  package func time(of offset: Int64, row: Int) -> OffsetAge {
    rings.indices.contains(row) ? rings[row].time(of: offset) : .unknown
  }

  /// As `OffsetArchive` is kept; topics without any point are left out.
  func encoded(_ topics: [TopicReading], clock: JudgeClock, at moment: Moment) -> [UInt8] {
    let now = clock.tenths(at: moment)
    let known = topics.filter { topic in topic.partitions.contains { self[$0]?.oldest != nil } }
    return OffsetArchive.encode(
      known.lazy.map { topic in
        let points = topic.partitions.lazy.map { AgedPoints(ring: self[$0] ?? OffsetRing(), now: now) }
        return (key: OffsetArchive.Key(topic), value: points)
      }, savedAt: moment.wall)
  }

  private mutating func arrange(_ cycle: Cycle) {
    var arranged = [OffsetRing](repeating: OffsetRing(), count: cycle.reading.partitions.count)
    for row in arranged.indices {
      if let earlier = cycle.rows.earlierRow(of: row), rings.indices.contains(earlier) {
        arranged[row] = rings[earlier]
      }
    }
    rings = arranged
    guard let archived, !cycle.reading.topics.isEmpty else { return }
    adopt(archived, cycle)
    self.archived = nil
  }

  private mutating func adopt(_ archive: OffsetArchive, _ cycle: Cycle) {
    for topic in cycle.reading.topics {
      guard let points = archive.topics[OffsetArchive.Key(topic)] else { continue }
      for (row, saved) in zip(topic.partitions, points) where rings.indices.contains(row) {
        for point in saved {
          rings[row].observe(
            end: point.end, at: cycle.clock.tenths(of: archive.time(of: point), now: cycle.moment),
            keepsHistoryWhenShorter: true)
        }
      }
    }
  }
}
