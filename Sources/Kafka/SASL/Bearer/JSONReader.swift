/// Reads one JSON text, strictly; nil for anything else.
struct JSONReader {
  private static let maximumDepth = 32

  private var rest: ArraySlice<UInt8>

  static func value(of bytes: [UInt8]) -> JSONValue? {
    var reader = JSONReader(rest: bytes[...])
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    return reader.rest.isEmpty ? value : nil
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth < Self.maximumDepth, let byte = rest.first else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    var members: [String: JSONValue] = [:]
    let isWhole = list("{", "}") { reader in
      reader.skipSpace()
      guard let name = reader.string() else { return false }
      reader.skipSpace()
      guard reader.take(":"), let value = reader.value(depth: depth + 1) else { return false }
      members[name] = value
      return true
    }
    return isWhole ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    var elements: [JSONValue] = []
    let isWhole = list("[", "]") { reader in
      guard let value = reader.value(depth: depth + 1) else { return false }
      elements.append(value)
      return true
    }
    return isWhole ? .array(elements) : nil
  }

  private mutating func list(_ open: String, _ close: String, _ element: (inout Self) -> Bool) -> Bool {
    guard take(open) else { return false }
    skipSpace()
    if take(close) { return true }
    repeat {
      guard element(&self) else { return false }
      skipSpace()
    } while take(",")
    return take(close)
  }

  private mutating func number() -> JSONValue? {
    let letters = rest.prefix { byte in
      (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    let text = String(decoding: letters, as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    // What Swift would read and JSON forbids: `+1`, `.5`, `5.`, `007`.
    guard text.first == "-" || text.first?.isNumber == true, digits.first?.isNumber == true,
      text.last?.isNumber == true, !digits.hasPrefix("0") || digits.dropFirst().first?.isNumber != true,
      !text.contains(".e"), !text.contains(".E"), let number = Double(text), number.isFinite
    else { return nil }
    rest = rest.dropFirst(letters.count)
    return .number(number)
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        bytes += Array(String(scalar).utf8)
      case 0..<0x20: return nil
      default: bytes.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    switch rest.popFirst().map(UnicodeScalar.init) {
    case "\"": "\""
    case "\\": "\\"
    case "/": "/"
    case "b": "\u{8}"
    case "f": "\u{C}"
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    case "u": codePoint()
    default: nil
    }
  }

  /// Beyond the first 65,536 there are two in a row.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard take("\\u"), let second = hexadecimal(), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    let digits = rest.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else {
      return nil
    }
    rest = rest.dropFirst(4)
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  private mutating func skipSpace() {
    rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
