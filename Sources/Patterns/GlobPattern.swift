/// A pattern for whole names as shells know it: `*` is any text, `?` one character, `[a-z]` one of these, `[!a-z]` any other.
package struct GlobPattern: Sendable, Hashable {
  package let text: String
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case byte(UInt8)
    case anyByte
    case anyText
    case oneOf([ClosedRange<UInt8>], isInverted: Bool)
  }

  package init(_ text: String) {
    self.text = text
    parts = Self.parts(of: Array(text.utf8))
  }

  /// Whether it can match one name only.
  package var isExact: Bool {
    parts.allSatisfy { part in
      if case .byte = part { true } else { false }
    }
  }

  package func matches(_ name: String) -> Bool {
    let name = Array(name.utf8)
    var (part, position) = (0, 0)
    // Where to go on after the last `*` has taken one byte more; an earlier one never needs to.
    var retry: (part: Int, position: Int)?
    while position < name.count {
      if part < parts.count, parts[part] == .anyText {
        retry = (part + 1, position)
        part += 1
      } else if part < parts.count, Self.matches(parts[part], name[position]) {
        part += 1
        position += 1
      } else if let last = retry {
        retry = (last.part, last.position + 1)
        (part, position) = (last.part, last.position + 1)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .anyText }
  }

  private static func matches(_ part: Part, _ byte: UInt8) -> Bool {
    switch part {
    case .byte(let expected): byte == expected
    case .anyByte: true
    case .anyText: false
    case .oneOf(let ranges, let isInverted): ranges.contains { $0.contains(byte) } != isInverted
    }
  }

  private static func parts(of text: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let first = rest.first {
      switch first {
      case UInt8(ascii: "*"):
        if parts.last != .anyText { parts.append(.anyText) }
        rest = rest.dropFirst()
      case UInt8(ascii: "?"):
        parts.append(.anyByte)
        rest = rest.dropFirst()
      case UInt8(ascii: "["):
        if let (part, length) = set(rest) {
          parts.append(part)
          rest = rest.dropFirst(length)
          continue
        }
        fallthrough
      default:
        parts.append(.byte(first))
        rest = rest.dropFirst()
      }
    }
    return parts
  }

  /// A set in brackets and its length; nil where no bracket closes it, and the first stands for itself.
  private static func set(_ text: ArraySlice<UInt8>) -> (Part, length: Int)? {
    var index = text.startIndex + 1
    let isInverted =
      index < text.endIndex && (text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "^"))
    if isInverted { index += 1 }
    let start = index
    var ranges: [ClosedRange<UInt8>] = []
    while index < text.endIndex {
      let byte = text[index]
      // A bracket that comes first is a member.
      if byte == UInt8(ascii: "]"), index > start {
        return (.oneOf(ranges, isInverted: isInverted), index + 1 - text.startIndex)
      }
      if index + 2 < text.endIndex, text[index + 1] == UInt8(ascii: "-"), text[index + 2] != UInt8(ascii: "]")
      {
        if byte <= text[index + 2] { ranges.append(byte...text[index + 2]) }
        index += 3
      } else {
        ranges.append(byte...byte)
        index += 1
      }
    }
    return nil
  }
}
