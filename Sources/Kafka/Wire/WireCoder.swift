/// One direction of the protocol: a decoder fills the values it is shown, an encoder writes them out.
///
/// A message describes its layout once, by showing its fields to a coder in the order of the wire (`WireStruct.fields`).
/// Reading and writing can thus not drift apart.
package protocol WireCoder {
  /// Of the API whose message this is.
  var version: Int16 { get }
  /// Compact lengths, and a block of tagged fields after every structure.
  var isFlexible: Bool { get }

  mutating func integer<Value: WireInteger>(_ value: inout Value) throws(WireError)
  mutating func string(_ value: inout String) throws(WireError)
  mutating func nullableString(_ value: inout String?) throws(WireError)
  mutating func bytes(_ value: inout [UInt8]) throws(WireError)
  mutating func nullableBytes(_ value: inout [UInt8]?) throws(WireError)
  mutating func array<Element: WireElement>(_ value: inout [Element]) throws(WireError)
  mutating func nullableArray<Element: WireElement>(_ value: inout [Element]?) throws(WireError)
  mutating func structure<Structure: WireStruct>(_ value: inout Structure) throws(WireError)
  mutating func nullableStructure<Structure: WireStruct>(_ value: inout Structure?) throws(WireError)
  /// The fields of the only element of an array that this version of the message has no array for.
  mutating func only<Element: WireElement>(
    _ values: inout [Element], _ fields: (inout Element, inout Self) throws(WireError) -> Void
  ) throws(WireError)

  /// Shows one field. The name is the one in Kafka's own definitions: it is what people search for.
  mutating func field<Value: WireValue>(_ value: inout Value, _ name: StaticString) throws(WireError)
  mutating func field(_ value: inout [UInt8], _ name: StaticString) throws(WireError)
  mutating func field(_ value: inout [UInt8]?, _ name: StaticString) throws(WireError)
}

extension WireCoder {
  /// Shows a string that is never null where the version has it, and unknown where it has not.
  package mutating func fieldIfKnown(_ value: inout String?, _ name: StaticString) throws(WireError) {
    var text = value ?? ""
    try field(&text, name)
    value = text
  }

  package mutating func field<Value: WireValue>(_ value: inout Value, _ name: StaticString) throws(WireError)
  {
    do throws(WireError) {
      try value.code(&self)
    } catch {
      throw error.inside(field: name)
    }
  }

  package mutating func field(_ value: inout [UInt8], _ name: StaticString) throws(WireError) {
    do throws(WireError) {
      try bytes(&value)
    } catch {
      throw error.inside(field: name)
    }
  }

  package mutating func field(_ value: inout [UInt8]?, _ name: StaticString) throws(WireError) {
    do throws(WireError) {
      try nullableBytes(&value)
    } catch {
      throw error.inside(field: name)
    }
  }
}
