/// What can be the value of a label.
package protocol LabelValue {
  /// An absent label is left out of the row.
  var isAbsent: Bool { get }
  func append(to buffer: inout RowBuffer)
}

extension String: LabelValue {
  package var isAbsent: Bool { false }

  package func append(to buffer: inout RowBuffer) {
    buffer.append(escaping: self, quotes: true)
  }
}

extension Int: LabelValue {
  package var isAbsent: Bool { false }
}

extension Int32: LabelValue {
  package var isAbsent: Bool { false }
}

extension Optional: LabelValue where Wrapped: LabelValue {
  package var isAbsent: Bool { self?.isAbsent ?? true }

  package func append(to buffer: inout RowBuffer) {
    self?.append(to: &buffer)
  }
}
