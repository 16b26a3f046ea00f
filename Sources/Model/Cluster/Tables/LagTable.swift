/// What is judged of each row of the `PositionTable`, in the same order.
package struct LagTable: Sendable, Hashable {
  /// Records, or rather offsets: compaction and transaction markers leave holes.
  package var lags: KnownColumn
  /// Age of the next record to be consumed, in tenths of a second.
  package var ages: KnownColumn
  package var marks: [PositionMarks]

  package init(unknown count: Int = 0) {
    lags = KnownColumn(unknown: count)
    ages = KnownColumn(unknown: count)
    marks = Array(repeating: [], count: max(0, count))
  }

  package func lagSeconds(_ row: Int) -> Double? {
    ages[row].map { Double($0) / 10 }
  }

}
