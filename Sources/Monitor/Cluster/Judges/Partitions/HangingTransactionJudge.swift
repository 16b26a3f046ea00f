import Model

/// Finds partitions whose last stable offset stands still while the log grows.
package struct HangingTransactionJudge: Sendable {
  /// Longer than any transaction may take unless a broker's `transaction.max.timeout.ms` (15 min) was raised.
  private static let limit: Tenths = 10 * 60 * 20

  private struct Row {
    var stable: Int64
    var isOpen: Bool
    /// For how long it was seen to stand still.
    var age: Tenths = 0
    /// When that was last seen; nil while nothing is known, which makes nothing older.
    var seenAt: Tenths?
  }

  private var rows: [Row?] = []
  /// Rows on which a transaction was ever open: their last offset may be a marker that nobody consumes.
  package private(set) var transactional: [Bool] = []

  package init() {}

  package mutating func judge(_ cycle: Cycle) -> [Bool] {
    let table = cycle.reading.partitions
    var next: [Row?] = []
    var marked: [Bool] = []
    var hanging: [Bool] = []
    for row in 0..<table.count {
      let earlier = cycle.rows.earlierRow(of: row)
      let old = earlier.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
      let state = Self.advance(
        old, stable: table.lastStables[row], unstable: table.unstable[row], now: cycle.now)
      let wasTransactional = earlier.map { transactional.indices.contains($0) && transactional[$0] } ?? false
      next.append(state)
      marked.append(wasTransactional || state?.isOpen == true)
      hanging.append(state.map { $0.seenAt != nil && $0.isOpen && $0.age > Self.limit } ?? false)
    }
    rows = next
    transactional = marked
    return hanging
  }

  private static func advance(_ old: Row?, stable: Int64?, unstable: Int64?, now: Tenths) -> Row? {
    guard let stable, let unstable else {
      var row = old
      row?.seenAt = nil
      return row
    }
    let isOpen = unstable > 0
    guard var row = old, row.isOpen, isOpen, row.stable == stable else {
      return Row(stable: stable, isOpen: isOpen, seenAt: now)
    }
    if let seenAt = row.seenAt { row.age = row.age.addingSaturated(now.subtractingSaturated(seenAt)) }
    row.seenAt = now
    return row
  }
}
