/// A regular expression for whole names: `orders` matches `orders` only, `orders.*` what begins with it.
package struct NamePattern: Sendable {
  /// The shapes that almost every list has need no engine.
  enum Matcher: Sendable {
    case everything
    case exactly(String)
    case prefixed(String)
    case compiled(CompiledPattern)
  }

  package let text: String
  let matcher: Matcher

  package init(_ text: String) throws(PatternError) {
    self.text = text
    if let simple = Self.simple(text) {
      matcher = simple
    } else {
      matcher = .compiled(try CompiledPattern(whole: text))
    }
  }

  private init(_ text: String, _ matcher: Matcher) {
    self.text = text
    self.matcher = matcher
  }

  package static let everything = NamePattern(".*", .everything)

  /// What Kafka and the tools around it keep for themselves: `__consumer_offsets`, `__transaction_state`.
  package static let internalNames = NamePattern("__.*", .prefixed("__"))

  private static func simple(_ text: String) -> Matcher? {
    if text == ".*" { return .everything }
    if isPlain(text.utf8[...]) { return .exactly(text) }
    guard text.utf8.count <= CompiledPattern.lengthLimit, text.hasSuffix(".*") else { return nil }
    let start = text.dropLast(2)
    return isPlain(start.utf8) ? .prefixed(String(start)) : nil
  }

  private static func isPlain(_ text: Substring.UTF8View) -> Bool {
    text.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}

extension NamePattern: Hashable {
  package static func == (left: NamePattern, right: NamePattern) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
