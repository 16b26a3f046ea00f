/// Counts the bytes that a value takes at the least: nothing is allocated for a count that the rest of a message cannot hold.
package struct MinimumSize: WireCoder {
  package let version: Int16
  package let isFlexible: Bool
  private var count = 0

  private init(version: Int16, isFlexible: Bool) {
    self.version = version
    self.isFlexible = isFlexible
  }

  package static func of<Element: WireElement>(
    _: Element.Type, version: Int16, isFlexible: Bool
  ) -> Int {
    var counter = MinimumSize(version: version, isFlexible: isFlexible)
    var element = Element()
    // Counting never throws; one byte is what every element takes.
    do throws(WireError) { try element.code(&counter) } catch { return 1 }
    return counter.count
  }

  package mutating func integer<Value: WireInteger>(_ value: inout Value) {
    count += Value.bitWidth / 8
  }

  package mutating func string(_ value: inout String) { count += isFlexible ? 1 : 2 }

  package mutating func nullableString(_ value: inout String?) { count += isFlexible ? 1 : 2 }

  package mutating func bytes(_ value: inout [UInt8]) { count += isFlexible ? 1 : 4 }

  package mutating func nullableBytes(_ value: inout [UInt8]?) { count += isFlexible ? 1 : 4 }

  package mutating func array<Element: WireElement>(_ value: inout [Element]) { count += isFlexible ? 1 : 4 }

  package mutating func nullableArray<Element: WireElement>(_ value: inout [Element]?) {
    count += isFlexible ? 1 : 4
  }

  package mutating func structure<Structure: WireStruct>(_ value: inout Structure) throws(WireError) {
    try value.fields(&self)
    count += isFlexible ? 1 : 0
  }

  package mutating func nullableStructure<Structure: WireStruct>(_ value: inout Structure?) { count += 1 }

  package mutating func only<Element: WireElement>(
    _ values: inout [Element], _ fields: (inout Element, inout MinimumSize) throws(WireError) -> Void
  ) throws(WireError) {
    var element = Element()
    try fields(&element, &self)
  }
}
