/// Whole numbers from 0 up, some of them unknown, without the eight bytes that an optional would add to each.
///
/// Anything below 0 counts as unknown: the Kafka protocol spells it −1.
package struct KnownColumn<Value: FixedWidthInteger & SignedInteger & Sendable>: Sendable, Hashable {
  private var values: [Value]

  package init() {
    values = []
  }

  /// A column in which nothing is known yet.
  package init(unknown count: Int) {
    values = Array(repeating: -1, count: max(0, count))
  }

  package init(_ elements: some Sequence<Value?>) {
    values = elements.map { max($0 ?? -1, -1) }
  }

  package var count: Int { values.count }

  /// Rows behind the end are unknown, so a column that nobody filled may stay empty.
  ///
  /// Writing behind the end grows the column.
  package subscript(row: Int) -> Value? {
    get {
      guard values.indices.contains(row), values[row] >= 0 else { return nil }
      return values[row]
    }
    set {
      guard row >= 0 else { return }
      while values.count <= row { values.append(-1) }
      values[row] = max(newValue ?? -1, -1)
    }
  }

  package mutating func append(_ value: Value?) {
    values.append(max(value ?? -1, -1))
  }

  package mutating func reserveCapacity(_ count: Int) {
    values.reserveCapacity(count)
  }
}
