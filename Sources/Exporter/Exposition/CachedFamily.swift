import Model

/// One family with the rows that were last written for it.
struct CachedFamily: Sendable {
  let text: FamilyText
  private let readers: [MetricReader]
  /// One for each reader; nil where its section is absent or stale.
  private var rows: [FamilyRows?]

  init(_ metric: Metric) {
    text = FamilyText(metric)
    readers = metric.readers
    rows = readers.map { _ in nil }
  }

  var parts: [FamilyRows] {
    rows.compactMap { $0 }
  }

  /// Writes anew what changed; answers what could not be written.
  mutating func update(from world: World, at now: Moment) -> DroppedRows {
    var dropped = DroppedRows()
    for (position, reader) in readers.enumerated() {
      guard let state = reader.state(world), now.uptime <= state.freshUntil else {
        rows[position] = nil
        continue
      }
      let old = rows[position]
      if let old, old.version == state.version, now.uptime <= old.validUntil { continue }
      // A little more than last time: most changes keep the page's size.
      let writer = RowWriter(family: text, now: now, expecting: (old?.byteCount ?? 0) + 128)
      let new = FamilyRows(reader: reader, state: state, writer: writer, world: world)
      dropped += new.dropped
      rows[position] = new
    }
    return dropped
  }
}
