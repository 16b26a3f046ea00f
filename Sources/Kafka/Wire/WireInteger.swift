/// An integer of fixed size. −1 is how Kafka writes an unknown one; here that is `nil`.
package protocol WireInteger: FixedWidthInteger, WireNullable {}

extension WireInteger {
  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.integer(&self)
  }

  package static func codeNullable<Coder: WireCoder>(
    _ value: inout Self?, _ wire: inout Coder
  ) throws(WireError) {
    var raw = value ?? Self(truncatingIfNeeded: -1)
    try wire.integer(&raw)
    value = raw == Self(truncatingIfNeeded: -1) ? nil : raw
  }
}

extension Int8: WireInteger {}
extension Int16: WireInteger {}
extension Int32: WireInteger {}
extension Int64: WireInteger {}
extension UInt16: WireInteger {}
