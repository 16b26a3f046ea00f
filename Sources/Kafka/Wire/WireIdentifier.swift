/// An integer that means one thing only, so that no two kinds of number can be mixed up.
package protocol WireIdentifier: WireNullable, Hashable, Comparable, RawRepresentable,
  ExpressibleByIntegerLiteral,
  CustomStringConvertible
where RawValue: WireInteger {
  init(rawValue: RawValue)
}

extension WireIdentifier {
  package init() {
    self.init(rawValue: 0)
  }

  package init(integerLiteral value: RawValue) {
    self.init(rawValue: value)
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }

  package var description: String { "\(rawValue)" }

  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    var raw = rawValue
    try wire.integer(&raw)
    self = Self(rawValue: raw)
  }

  package static func codeNullable<Coder: WireCoder>(
    _ value: inout Self?, _ wire: inout Coder
  ) throws(WireError) {
    var raw = value?.rawValue
    try RawValue.codeNullable(&raw, &wire)
    if let raw { value = Self(rawValue: raw) } else { value = nil }
  }
}
