import Model

/// Finds partitions that take more than three times what is usual in their topic, for ten minutes on end.
package struct HotPartitionJudge: Sendable {
  private static let excess = 3.0
  private static let duration: Tenths = 6000
  /// Rates over single cycles jump too much to compare.
  private static let measured: Tenths = 600
  /// Records per second below which nothing is hot, whatever its siblings do.
  private static let floor = 1.0
  /// Of two partitions one always has more than the middle.
  private static let fewestPartitions = 3

  private struct Row {
    var end: Int64
    var at: Tenths
    var rate: Double?
    var hotSince: Tenths?
  }

  private var rows: [Row?] = []

  package init() {}

  package mutating func judge(_ cycle: Cycle) -> [Bool] {
    let table = cycle.reading.partitions
    var next = [Row?](repeating: nil, count: table.count)
    for row in next.indices {
      let old = cycle.rows.earlierRow(of: row).flatMap { rows.indices.contains($0) ? rows[$0] : nil }
      next[row] = Self.measure(old, end: table.freshEnd(of: row), now: cycle.now)
    }
    for topic in cycle.reading.topics where topic.partitions.count >= Self.fewestPartitions {
      guard !topic.isInternal else { continue }
      Self.compare(&next, topic.partitions.clamped(to: 0..<next.count), now: cycle.now)
    }
    rows = next
    return next.map { row in
      row?.hotSince.map { Int(cycle.now) - Int($0) >= Int(Self.duration) } ?? false
    }
  }

  private static func measure(_ old: Row?, end: Int64?, now: Tenths) -> Row? {
    guard let end else { return old }
    guard var row = old, end >= row.end else { return Row(end: end, at: now) }
    let elapsed = Int(now) - Int(row.at)
    guard elapsed >= Int(measured) else { return row }
    row.rate = Double(end - row.end) / (Double(elapsed) / 10)
    (row.end, row.at) = (end, now)
    return row
  }

  private static func compare(_ rows: inout [Row?], _ partitions: Range<Int>, now: Tenths) {
    let rates = partitions.compactMap { rows[$0]?.rate }.sorted()
    guard rates.count >= fewestPartitions else { return }
    let median = (rates[(rates.count - 1) / 2] + rates[rates.count / 2]) / 2
    for row in partitions {
      guard let rate = rows[row]?.rate, rate > excess * median, rate >= floor else {
        rows[row]?.hotSince = nil
        continue
      }
      if rows[row]?.hotSince == nil { rows[row]?.hotSince = now }
    }
  }
}
