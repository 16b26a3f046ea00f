/// Text as a YAML scalar that no parser, of YAML 1.1 or 1.2, takes for anything but text.
enum YAMLText {
  static func scalar(_ text: String) -> String {
    isUnmistakable(text) ? text : quoted(text)
  }

  private static func isUnmistakable(_ text: String) -> Bool {
    let words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]
    guard let first = text.unicodeScalars.first, isLetter(first) || first == "/" || first == "_" else {
      return false
    }
    return !words.contains(text.lowercased())
      && text.unicodeScalars.allSatisfy { isLetter($0) || ("-"..."9").contains($0) || $0 == "_" }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars { result += escaped(scalar) }
    return result + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\0"..." ", "!"..."~": scalar.value < 0x20 ? "\\x" + hexadecimal(scalar, digits: 2) : String(scalar)
    case "\u{7F}"..."\u{9F}": "\\x" + hexadecimal(scalar, digits: 2)
    case "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}": "\\u" + hexadecimal(scalar, digits: 4)
    default: String(scalar)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar, digits: Int) -> String {
    let text = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
