/// Reads a JSON text front to back, without a tree of it: what nobody asks for is only stepped over.
///
/// Every question takes the next value, whatever it is; one of another kind than asked for is nil. So a field that an engine
/// spells in its own way costs that field and not the container. `isBroken` tells whether the text was JSON at all.
struct JSONReader {
  /// Engines nest six deep.
  static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private(set) var isBroken = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// An object's members; `read` takes the value, or leaves it to be stepped over.
  mutating func members(_ read: (String, inout JSONReader) -> Void) {
    guard enter(UInt8(ascii: "{")) else { return }
    while let key = nextKey() {
      let start = position
      read(key, &self)
      if position == start { skip() }
    }
  }

  mutating func elements(_ read: (inout JSONReader) -> Void) {
    guard enter(UInt8(ascii: "[")) else { return }
    while hasNextElement() {
      let start = position
      read(&self)
      if position == start { skip() }
    }
  }

  /// Whether the next value is one, and no null.
  var isAtArray: Bool {
    mutating get { peek() == UInt8(ascii: "[") }
  }

  mutating func string() -> String? {
    guard peek() == UInt8(ascii: "\"") else {
      skip()
      return nil
    }
    return stringToken()
  }

  mutating func bool() -> Bool? {
    switch word() {
    case "true": true
    case "false": false
    default: nil
    }
  }

  mutating func integer() -> Int64? {
    guard let token = number() else { return nil }
    return Int64(String(decoding: token, as: UTF8.self))
  }

  mutating func unsigned() -> UInt64? {
    guard let token = number() else { return nil }
    var value: UInt64 = 0
    for byte in token {
      let digit = byte &- 0x30
      guard digit < 10 else { return UInt64(exactly: Double(String(decoding: token, as: UTF8.self)) ?? -1) }
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.addingReportingOverflow(UInt64(digit))
      guard !tooLarge, !overflow else { return nil }
      value = sum
    }
    return value
  }

  /// Steps over the next value.
  mutating func skip() {
    var open = 0
    repeat {
      switch peek() {
      case UInt8(ascii: "\"")?: endOfString()
      case UInt8(ascii: "{")?, UInt8(ascii: "[")?:
        open += 1
        position += 1
      case UInt8(ascii: "}")?, UInt8(ascii: "]")?:
        open -= 1
        position += 1
      case UInt8(ascii: ",")? where open > 0, UInt8(ascii: ":")? where open > 0: position += 1
      case nil: fail()
      default: if scalar().isEmpty { fail() }
      }
    } while open > 0 && !isBroken
    if open < 0 { fail() }
  }
}

extension JSONReader {
  private mutating func fail() {
    isBroken = true
    position = bytes.count
  }

  /// The next byte that is no blank.
  private mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func enter(_ bracket: UInt8) -> Bool {
    guard peek() == bracket else {
      skip()
      return false
    }
    guard depth < Self.deepest else {
      fail()
      return false
    }
    position += 1
    depth += 1
    return true
  }

  private mutating func leave(at bracket: UInt8) -> Bool {
    guard take(bracket) else { return false }
    depth -= 1
    return true
  }

  private mutating func nextKey() -> String? {
    if leave(at: UInt8(ascii: "}")) { return nil }
    _ = take(UInt8(ascii: ","))
    guard peek() == UInt8(ascii: "\""), let key = stringToken(), take(UInt8(ascii: ":")), peek() != nil else {
      fail()
      return nil
    }
    return key
  }

  private mutating func hasNextElement() -> Bool {
    if isBroken || leave(at: UInt8(ascii: "]")) { return false }
    _ = take(UInt8(ascii: ","))
    if peek() == nil { fail() }
    return !isBroken
  }

  /// A number's bytes; nil for anything else.
  private mutating func number() -> ArraySlice<UInt8>? {
    guard let first = peek(), first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else {
      skip()
      return nil
    }
    return scalar()
  }

  private mutating func word() -> String? {
    guard let first = peek(), first == UInt8(ascii: "t") || first == UInt8(ascii: "f") else {
      skip()
      return nil
    }
    return String(decoding: scalar(), as: UTF8.self)
  }

  /// All up to the next mark of JSON.
  private mutating func scalar() -> ArraySlice<UInt8> {
    let start = position
    scanning: while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "\""),
        0x20, 0x0A, 0x0D, 0x09:
        break scanning
      default: position += 1
      }
    }
    return bytes[start..<position]
  }

  private mutating func stringToken() -> String? {
    let start = position + 1
    let hasEscapes = endOfString()
    guard !isBroken else { return nil }
    let inside = bytes[start..<(position - 1)]
    return hasEscapes ? JSONEscapes.resolve(inside) : String(decoding: inside, as: UTF8.self)
  }

  /// Goes behind the closing quote; answers whether there were escapes on the way.
  @discardableResult
  private mutating func endOfString() -> Bool {
    var hasEscapes = false
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        position += 2
      default: position += 1
      }
    }
    fail()
    return hasEscapes
  }
}
