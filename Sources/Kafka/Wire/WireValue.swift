/// What a field can be.
package protocol WireValue: Equatable, Sendable {
  mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError)
}

/// What an array can hold.
package protocol WireElement: WireValue {
  init()
}

/// What can be null, each kind in its own way.
package protocol WireNullable: WireElement {
  static func codeNullable<Coder: WireCoder>(_ value: inout Self?, _ wire: inout Coder) throws(WireError)
}

extension WireElement {
  /// A value with some fields set and the protocol's defaults in all others.
  package init(_ fill: (inout Self) -> Void) {
    self.init()
    fill(&self)
  }
}

extension Optional: WireValue where Wrapped: WireNullable {
  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try Wrapped.codeNullable(&self, &wire)
  }
}

extension Array: WireValue where Element: WireElement {
  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.array(&self)
  }
}

extension Array: WireElement where Element: WireElement {}

extension Array: WireNullable where Element: WireElement {
  package static func codeNullable<Coder: WireCoder>(
    _ value: inout Self?, _ wire: inout Coder
  ) throws(WireError) {
    try wire.nullableArray(&value)
  }
}

extension String: WireNullable {
  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.string(&self)
  }

  package static func codeNullable<Coder: WireCoder>(
    _ value: inout Self?, _ wire: inout Coder
  ) throws(WireError) {
    try wire.nullableString(&value)
  }
}

extension Bool: WireElement {
  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    var byte: Int8 = self ? 1 : 0
    try wire.integer(&byte)
    self = byte != 0
  }
}
