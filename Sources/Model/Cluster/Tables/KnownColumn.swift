/// Whole numbers from 0 up, some of them unknown, without the eight bytes that an optional would add to each.
///
/// Anything below 0 counts as unknown: the Kafka protocol spells it −1. Not generic: judges in another module read hundreds of
/// thousands of rows a cycle, and generic code is not specialised across modules.
package struct KnownColumn: Sendable, Hashable {
  @usableFromInline var values: [Int64]

  package init() {
    values = []
  }

  /// A column in which nothing is known yet.
  package init(unknown count: Int) {
    values = Array(repeating: -1, count: max(0, count))
  }

  package init(_ elements: [Int64?]) {
    values = elements.map { max($0 ?? -1, -1) }
  }

  @inlinable package var count: Int { values.count }

  /// Rows behind the end are unknown, so a column that nobody filled may stay empty.
  ///
  /// Writing behind the end grows the column.
  @inlinable package subscript(row: Int) -> Int64? {
    get {
      guard row >= 0, row < values.count else { return nil }
      let value = values[row]
      return value < 0 ? nil : value
    }
    set {
      guard row >= 0 else { return }
      while values.count <= row { values.append(-1) }
      values[row] = max(newValue ?? -1, -1)
    }
  }

  package mutating func append(_ value: Int64?) {
    values.append(max(value ?? -1, -1))
  }

  package mutating func reserveCapacity(_ count: Int) {
    values.reserveCapacity(count)
  }
}
