import Kafka

/// Writes messages as a newer broker would: with a tagged field in every structure that nobody here knows.
struct TagInjector: WireCoder {
  private var inner: WireEncoder
  var version: Int16 { inner.version }
  var isFlexible: Bool { inner.isFlexible }

  /// The body of a message of a flexible version.
  static func bytes(of message: some WireStruct, version: Int16) throws(WireError) -> [UInt8] {
    var injector = TagInjector(inner: WireEncoder(version: version, isFlexible: true))
    var copy = message
    try copy.code(&injector)
    return injector.inner.writer.bytes
  }

  mutating func integer<Value: WireInteger>(_ value: inout Value) { inner.integer(&value) }
  mutating func string(_ value: inout String) throws(WireError) { try inner.string(&value) }
  mutating func nullableString(_ value: inout String?) throws(WireError) { try inner.nullableString(&value) }
  mutating func bytes(_ value: inout [UInt8]) throws(WireError) { try inner.bytes(&value) }
  mutating func nullableBytes(_ value: inout [UInt8]?) throws(WireError) { try inner.nullableBytes(&value) }

  mutating func array<Element: WireElement>(_ value: inout [Element]) throws(WireError) {
    inner.writer.unsignedVarint(UInt32(value.count + 1))
    for element in value {
      var copy = element
      try copy.code(&self)
    }
  }

  mutating func nullableArray<Element: WireElement>(_ value: inout [Element]?) throws(WireError) {
    if var present = value { try array(&present) } else { inner.writer.unsignedVarint(0 as UInt32) }
  }

  mutating func structure<Structure: WireStruct>(_ value: inout Structure) throws(WireError) {
    try value.fields(&self)
    inner.writer.unsignedVarint(2 as UInt32)
    for tag in [1_000_000, 2_000_000] as [UInt32] {
      inner.writer.unsignedVarint(tag)
      inner.writer.unsignedVarint(3 as UInt32)
      inner.writer.append([1, 2, 3])
    }
  }

  mutating func nullableStructure<Structure: WireStruct>(_ value: inout Structure?) throws(WireError) {
    guard var present = value else { return inner.writer.integer(-1 as Int8) }
    inner.writer.integer(1 as Int8)
    try structure(&present)
  }

  mutating func only<Element: WireElement>(
    _ values: inout [Element], _ fields: (inout Element, inout TagInjector) throws(WireError) -> Void
  ) throws(WireError) {
    guard var element = values.first else { return }
    try fields(&element, &self)
  }
}
