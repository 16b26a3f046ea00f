/// The escapes in a JSON string.
enum JSONEscapes {
  /// What means nothing becomes U+FFFD, as in a text that is no UTF-8.
  static func resolve(_ escaped: ArraySlice<UInt8>) -> String {
    var units: [UInt8] = []
    units.reserveCapacity(escaped.count)
    var rest = escaped
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let kind = rest.popFirst() else {
        units.append(byte)
        continue
      }
      switch kind {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "u"): units.append(contentsOf: Character(scalar(&rest)).utf8)
      default: units.append(kind)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// What lies beyond the first 65,536 characters comes as two halves.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    guard let first = hexadecimal(&rest) else { return "\u{FFFD}" }
    if let scalar = Unicode.Scalar(first) { return scalar }
    var ahead = rest
    guard (0xD800..<0xDC00).contains(first), ahead.popFirst() == UInt8(ascii: "\\"),
      ahead.popFirst() == UInt8(ascii: "u"), let second = hexadecimal(&ahead),
      (0xDC00..<0xE000).contains(second)
    else { return "\u{FFFD}" }
    rest = ahead
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private static func hexadecimal(_ rest: inout ArraySlice<UInt8>) -> UInt32? {
    let digits = rest.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    rest = rest.dropFirst(4)
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
