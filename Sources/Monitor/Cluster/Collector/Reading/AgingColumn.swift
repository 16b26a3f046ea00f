import Model

/// Numbers of partitions that are not all read in the same cycle, each with the cycle that read it.
struct AgingColumn: Sendable {
  private var values: [Int64] = []
  private var cycles: [UInt32] = []

  mutating func set(_ row: Int, _ value: Int64, in cycle: UInt32) {
    guard values.indices.contains(row) else { return }
    values[row] = value
    cycles[row] = cycle
  }

  /// Makes room for the rows of another reading; what is known moves along with its partition.
  mutating func follow(_ rows: RowMap, count: Int) {
    guard !rows.isIdentity || values.count != count else { return }
    let (oldValues, oldCycles) = (values, cycles)
    values = Array(repeating: -1, count: count)
    cycles = Array(repeating: 0, count: count)
    for row in 0..<count {
      guard let old = rows.earlierRow(of: row), oldValues.indices.contains(old) else { continue }
      values[row] = oldValues[old]
      cycles[row] = oldCycles[old]
    }
  }

  /// What was read in the last cycles; older numbers are not believed any more.
  func known(in cycle: UInt32, notOlderThan limit: UInt32) -> KnownColumn {
    guard values.contains(where: { $0 >= 0 }) else { return KnownColumn() }
    var column = KnownColumn(unknown: values.count)
    for row in values.indices where values[row] >= 0 && cycle &- cycles[row] <= limit {
      column[row] = values[row]
    }
    return column
  }

  /// Only what was read in this very cycle.
  func value(_ row: Int, readIn cycle: UInt32) -> Int64? {
    guard values.indices.contains(row), cycles[row] == cycle, values[row] >= 0 else { return nil }
    return values[row]
  }

  /// Which rows were read in this very cycle; empty when all of them were.
  func fresh(in cycle: UInt32) -> [Bool] {
    let fresh = cycles.map { $0 == cycle }
    return fresh.allSatisfy(\.self) ? [] : fresh
  }

  func isKnown(_ row: Int) -> Bool {
    values.indices.contains(row) && values[row] >= 0
  }
}
