/// Fills messages from bytes that nobody has checked yet.
package struct WireDecoder: WireCoder, Sendable {
  package private(set) var cursor: ByteCursor
  package let version: Int16
  package let isFlexible: Bool

  package init(_ cursor: ByteCursor, version: Int16, isFlexible: Bool) {
    self.cursor = cursor
    self.version = version
    self.isFlexible = isFlexible
  }

  package mutating func integer<Value: WireInteger>(_ value: inout Value) throws(WireError) {
    value = try cursor.integer()
  }

  package mutating func string(_ value: inout String) throws(WireError) {
    let count = try nonNull(stringLength())
    value = try cursor.string(count: count)
  }

  package mutating func nullableString(_ value: inout String?) throws(WireError) {
    if let count = try stringLength() { value = try cursor.string(count: count) } else { value = nil }
  }

  package mutating func bytes(_ value: inout [UInt8]) throws(WireError) {
    let count = try nonNull(longLength())
    value = try cursor.bytes(count: count)
  }

  package mutating func nullableBytes(_ value: inout [UInt8]?) throws(WireError) {
    if let count = try longLength() { value = try cursor.bytes(count: count) } else { value = nil }
  }

  package mutating func array<Element: WireElement>(_ value: inout [Element]) throws(WireError) {
    let count = try nonNull(longLength())
    value = try elements(count: count)
  }

  package mutating func nullableArray<Element: WireElement>(_ value: inout [Element]?) throws(WireError) {
    if let count = try longLength() { value = try elements(count: count) } else { value = nil }
  }

  package mutating func structure<Structure: WireStruct>(_ value: inout Structure) throws(WireError) {
    try value.fields(&self)
    if isFlexible { try tags(of: &value) }
  }

  package mutating func nullableStructure<Structure: WireStruct>(_ value: inout Structure?) throws(WireError)
  {
    let start = cursor.position
    let marker: Int8 = try cursor.integer()
    switch marker {
    case -1: value = nil
    case 1:
      var present = Structure()
      try structure(&present)
      value = present
    default: throw WireError(.invalidLength(Int(marker)), at: start)
    }
  }

  package mutating func only<Element: WireElement>(
    _ values: inout [Element], _ fields: (inout Element, inout WireDecoder) throws(WireError) -> Void
  ) throws(WireError) {
    var element = Element()
    try fields(&element, &self)
    values = [element]
  }

}

extension WireDecoder {
  private mutating func elements<Element: WireElement>(count: Int) throws(WireError) -> [Element] {
    let least = MinimumSize.of(Element.self, version: version, isFlexible: isFlexible)
    let (needed, overflow) = count.multipliedReportingOverflow(by: least)
    guard !overflow, needed <= cursor.remaining else {
      let problem = WireError.Problem.truncated(needed: overflow ? .max : needed, left: cursor.remaining)
      throw WireError(problem, at: cursor.position)
    }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for index in 0..<count {
      var element = Element()
      do throws(WireError) {
        try element.code(&self)
      } catch {
        throw error.inside(element: index)
      }
      elements.append(element)
    }
    return elements
  }

  private mutating func tags<Structure: WireStruct>(of value: inout Structure) throws(WireError) {
    let count: UInt32 = try cursor.unsignedVarint()
    for _ in 0..<count {
      let tag: UInt32 = try cursor.unsignedVarint()
      let size = Int(try cursor.unsignedVarint(UInt32.self))
      if Structure.knownTags.contains(tag) {
        let outerEnd = try cursor.narrow(to: size)
        try value.taggedField(tag, &self)
        try cursor.widen(to: outerEnd)
      } else {
        try cursor.skip(size)
      }
    }
  }

  /// Strings have a shorter length than everything else; Kafka holds them to the same limit where lengths are compact.
  private mutating func stringLength() throws(WireError) -> Int? {
    let start = cursor.position
    let length = isFlexible ? try compactLength() : Int(try cursor.integer(Int16.self))
    return try checked(length, limit: Int(Int16.max), at: start)
  }

  private mutating func longLength() throws(WireError) -> Int? {
    let start = cursor.position
    let length = isFlexible ? try compactLength() : Int(try cursor.integer(Int32.self))
    return try checked(length, limit: Int(Int32.max), at: start)
  }

  /// Compact lengths are written plus one, so that zero can mean null.
  private mutating func compactLength() throws(WireError) -> Int {
    Int(try cursor.unsignedVarint(UInt32.self)) - 1
  }

  private func checked(_ length: Int, limit: Int, at start: Int) throws(WireError) -> Int? {
    guard length >= -1, length <= limit else { throw WireError(.invalidLength(length), at: start) }
    return length == -1 ? nil : length
  }

  private func nonNull(_ length: Int?) throws(WireError) -> Int {
    guard let length else { throw WireError(.unexpectedNull, at: cursor.position) }
    return length
  }
}
