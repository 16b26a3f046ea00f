import Model

/// Counters of one name, over all processes that had it: they never fall.
struct CounterLedger: Sendable, Hashable {
  private struct Cell: Sendable, Hashable {
    /// What earlier processes counted.
    var carried: UInt64 = 0
    var last: UInt64 = 0
  }

  /// More than a process has; a virtual machine may name its collectors as it likes.
  static let maxCells = 4096

  private var cells: [ProcessCounter: Cell] = [:]

  /// What is known of the process now, with what earlier ones counted.
  mutating func observe(
    _ values: [ProcessCounter: UInt64], isAnother: Bool
  ) -> [ProcessCounter: UInt64] {
    if isAnother {
      for (counter, cell) in cells {
        cells[counter] = Cell(carried: cell.carried &+ cell.last, last: 0)
      }
    }
    var totals: [ProcessCounter: UInt64] = [:]
    for (counter, value) in values {
      guard cells[counter] != nil || cells.count < Self.maxCells else { continue }
      var cell = cells[counter] ?? Cell()
      // A control group made anew, or a virtual machine started by an exec, counts from zero.
      if value < cell.last { cell.carried &+= cell.last }
      cell.last = value
      cells[counter] = cell
      totals[counter] = cell.carried &+ value
    }
    return totals
  }
}
