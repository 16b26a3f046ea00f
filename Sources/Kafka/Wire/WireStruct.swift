/// Several fields in a fixed order.
package protocol WireStruct: WireNullable {
  /// Shows every field that the coder's version has, in the order of the wire.
  mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError)

  /// The tags that `taggedField` knows; all others are skipped when read and never written.
  static var knownTags: Range<UInt32> { get }
  /// Shows the field that has this tag.
  mutating func taggedField<Coder: WireCoder>(_ tag: UInt32, _ wire: inout Coder) throws(WireError)

  // The two directions with a concrete coder: compiled in this module, so that no caller walks fields through witness tables.
  mutating func decode(from wire: inout WireDecoder) throws(WireError)
  func encode(to wire: inout WireEncoder) throws(WireError)
}

extension WireStruct {
  package static var knownTags: Range<UInt32> { 0..<0 }

  package mutating func taggedField<Coder: WireCoder>(_ tag: UInt32, _ wire: inout Coder) throws(WireError) {}

  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.structure(&self)
  }

  package static func codeNullable<Coder: WireCoder>(
    _ value: inout Self?, _ wire: inout Coder
  ) throws(WireError) {
    try wire.nullableStructure(&value)
  }

  package mutating func decode(from wire: inout WireDecoder) throws(WireError) {
    try wire.structure(&self)
  }

  package func encode(to wire: inout WireEncoder) throws(WireError) {
    var copy = self
    try wire.structure(&copy)
  }
}
