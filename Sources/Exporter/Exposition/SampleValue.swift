package import Model

/// What can be the value of a row.
package protocol SampleValue {
  /// A value that is no number is not known, and what is not known has no row.
  var isNumber: Bool { get }
  func append(to buffer: inout RowBuffer)
}

extension Double: SampleValue {
  package var isNumber: Bool { isFinite }

  package func append(to buffer: inout RowBuffer) {
    buffer.append(self)
  }
}

extension Int: SampleValue {
  package var isNumber: Bool { true }

  package func append(to buffer: inout RowBuffer) {
    buffer.append(decimal: self)
  }
}

extension Int32: SampleValue {
  package var isNumber: Bool { true }

  package func append(to buffer: inout RowBuffer) {
    buffer.append(decimal: self)
  }
}

extension Int64: SampleValue {
  package var isNumber: Bool { true }

  package func append(to buffer: inout RowBuffer) {
    buffer.append(decimal: self)
  }
}

extension UInt64: SampleValue {
  package var isNumber: Bool { true }

  package func append(to buffer: inout RowBuffer) {
    buffer.append(decimal: self)
  }
}

extension Bool: SampleValue {
  package var isNumber: Bool { true }

  package func append(to buffer: inout RowBuffer) {
    buffer.append(self ? UInt8(ascii: "1") : UInt8(ascii: "0"))
  }
}

/// In seconds, the base unit.
extension Duration: SampleValue {
  package var isNumber: Bool { true }

  package func append(to buffer: inout RowBuffer) {
    buffer.append(secondsFrom: wholeNanoseconds)
  }
}

/// In seconds since 1970.
extension Timestamp: SampleValue {
  package var isNumber: Bool { true }

  package func append(to buffer: inout RowBuffer) {
    buffer.append(secondsFrom: nanoseconds)
  }
}
