/// A Java properties file, as `java.util.Properties` reads it.
///
/// Only keys that somebody asks for leave the parser: such files hold passwords beside everything else.
struct JavaProperties: Sendable, Hashable {
  private(set) var values: [String: String] = [:]

  init(_ values: [String: String] = [:]) {
    self.values = values
  }

  /// The bytes are Latin-1, whatever the file says: so Java takes them.
  init(parsing bytes: [UInt8], keeping wanted: (String) -> Bool) {
    for line in Self.logicalLines(bytes) {
      var reader = PropertyReader(line)
      let key = reader.key()
      guard wanted(key) else { continue }
      values[key] = reader.value()
    }
  }

  /// Not empty, and without the spaces around it, as Kafka takes its settings.
  subscript(key: String) -> String? {
    guard let value = values[key]?.trimmed, !value.isEmpty else { return nil }
    return value
  }

  mutating func override(_ key: String, with value: String) {
    values[key] = value
  }

  /// Lines without comments and empty ones, each with those that continue it.
  private static func logicalLines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var current: [UInt8] = []
    var isContinued = false
    let unixLines = bytes.replacing([0x0D, 0x0A], with: [0x0A])
    for natural in unixLines.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    {
      let text = natural.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
      if !isContinued {
        guard let first = text.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "!") else { continue }
      }
      let slashes = text.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      isContinued = slashes % 2 == 1
      current += isContinued ? text.dropLast() : text
      if !isContinued {
        if !current.isEmpty { lines.append(current) }
        current = []
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }
}

/// The key and the value of one line.
private struct PropertyReader {
  private var rest: ArraySlice<UInt8>

  init(_ line: [UInt8]) {
    rest = line[...]
  }

  mutating func key() -> String {
    var scalars = String.UnicodeScalarView()
    while let byte = rest.first, !Self.isSpace(byte), byte != UInt8(ascii: "="), byte != UInt8(ascii: ":") {
      scalars.append(next())
    }
    rest = rest.drop(while: Self.isSpace)
    if rest.first == UInt8(ascii: "=") || rest.first == UInt8(ascii: ":") {
      rest = rest.dropFirst().drop(while: Self.isSpace)
    }
    return String(scalars)
  }

  mutating func value() -> String {
    var scalars = String.UnicodeScalarView()
    while !rest.isEmpty { scalars.append(next()) }
    return String(scalars)
  }

  /// Call it only where something is left.
  private mutating func next() -> Unicode.Scalar {
    let byte = rest.removeFirst()
    guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else { return Unicode.Scalar(byte) }
    switch escaped {
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "u"):
      let digits = rest.prefix(4)
      guard digits.count == 4, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
        return "u"
      }
      rest = rest.dropFirst(4)
      // Half of a pair: nothing that names a file or an address needs one.
      return Unicode.Scalar(code) ?? "\u{FFFD}"
    default: return Unicode.Scalar(escaped)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0C
  }
}
