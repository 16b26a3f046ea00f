/// Writes messages.
package struct WireEncoder: WireCoder, Sendable {
  package var writer: ByteWriter
  package let version: Int16
  package let isFlexible: Bool

  package init(_ writer: ByteWriter = ByteWriter(), version: Int16, isFlexible: Bool) {
    self.writer = writer
    self.version = version
    self.isFlexible = isFlexible
  }

  package mutating func integer<Value: WireInteger>(_ value: inout Value) {
    writer.integer(value)
  }

  package mutating func string(_ value: inout String) throws(WireError) {
    try write(value)
  }

  package mutating func nullableString(_ value: inout String?) throws(WireError) {
    if let value { try write(value) } else { writeStringLength(nil) }
  }

  package mutating func bytes(_ value: inout [UInt8]) throws(WireError) {
    try writeLength(value.count)
    writer.append(value)
  }

  package mutating func nullableBytes(_ value: inout [UInt8]?) throws(WireError) {
    try writeLength(value?.count)
    if let value { writer.append(value) }
  }

  package mutating func array<Element: WireElement>(_ value: inout [Element]) throws(WireError) {
    try writeLength(value.count)
    try write(value)
  }

  package mutating func nullableArray<Element: WireElement>(_ value: inout [Element]?) throws(WireError) {
    try writeLength(value?.count)
    if let value { try write(value) }
  }

  package mutating func structure<Structure: WireStruct>(_ value: inout Structure) throws(WireError) {
    try value.fields(&self)
    if isFlexible { try writeTags(of: value) }
  }

  package mutating func nullableStructure<Structure: WireStruct>(_ value: inout Structure?) throws(WireError)
  {
    guard var present = value else { return writer.integer(-1 as Int8) }
    writer.integer(1 as Int8)
    try structure(&present)
  }

  package mutating func only<Element: WireElement>(
    _ values: inout [Element], _ fields: (inout Element, inout WireEncoder) throws(WireError) -> Void
  ) throws(WireError) {
    guard values.count == 1, var element = values.first else {
      let reason = "version \(version) has room for exactly one element and there are \(values.count)"
      throw WireError(.notExpressible(reason), at: writer.count)
    }
    try fields(&element, &self)
  }
}

extension WireEncoder {
  private mutating func write(_ text: String) throws(WireError) {
    let count = text.utf8.count
    guard count <= Int(Int16.max) else {
      throw WireError(.notExpressible("\(count) bytes are too many for a string"), at: writer.count)
    }
    writeStringLength(count)
    writer.append(text.utf8)
  }

  private mutating func write<Element: WireElement>(_ elements: [Element]) throws(WireError) {
    for (index, element) in elements.enumerated() {
      var copy = element
      do throws(WireError) {
        try copy.code(&self)
      } catch {
        throw error.inside(element: index)
      }
    }
  }

  private mutating func writeStringLength(_ count: Int?) {
    if isFlexible {
      writeCompactLength(count)
    } else {
      writer.integer(Int16(truncatingIfNeeded: count ?? -1))
    }
  }

  private mutating func writeLength(_ count: Int?) throws(WireError) {
    guard count ?? 0 < Int(Int32.max) else {
      throw WireError(.notExpressible("\(count ?? 0) elements are too many"), at: writer.count)
    }
    if isFlexible {
      writeCompactLength(count)
    } else {
      writer.integer(Int32(truncatingIfNeeded: count ?? -1))
    }
  }

  private mutating func writeCompactLength(_ count: Int?) {
    writer.unsignedVarint(UInt32(truncatingIfNeeded: (count ?? -1) + 1))
  }

  /// A tagged field is left out where it has its default, as Kafka does.
  private mutating func writeTags<Structure: WireStruct>(of value: Structure) throws(WireError) {
    var present: [(tag: UInt32, bytes: [UInt8])] = []
    for tag in Structure.knownTags {
      let bytes = try taggedBytes(of: value, tag)
      if try bytes != taggedBytes(of: Structure(), tag) { present.append((tag, bytes)) }
    }
    writer.unsignedVarint(UInt32(truncatingIfNeeded: present.count))
    for field in present {
      writer.unsignedVarint(field.tag)
      writer.unsignedVarint(UInt32(truncatingIfNeeded: field.bytes.count))
      writer.append(field.bytes)
    }
  }

  private func taggedBytes<Structure: WireStruct>(
    of value: Structure, _ tag: UInt32
  ) throws(WireError) -> [UInt8] {
    var copy = value
    var scratch = WireEncoder(version: version, isFlexible: isFlexible)
    try copy.taggedField(tag, &scratch)
    return scratch.writer.bytes
  }
}
