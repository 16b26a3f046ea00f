/// Replaces `${NAME}` and `${NAME:-default}` in the scalars of a parsed document.
///
/// That happens after parsing, so that no value can add keys or lists. `$${` stands for `${`.
struct EnvironmentExpander {
  private let lookup: (String) -> String?
  /// What may still be inserted into this document: a small file must not become a huge one.
  private var budget: Int
  private(set) var problems: [SettingsProblem] = []

  init(budget: Int, lookup: @escaping (String) -> String?) {
    self.budget = budget
    self.lookup = lookup
  }

  /// A value that cannot be expanded is refused, and what is wrong joins the problems.
  mutating func expand(_ node: YAMLNode) -> YAMLNode {
    switch node.content {
    case .scalar(let scalar):
      return YAMLNode(expand(scalar, at: node.place), at: node.place)
    case .sequence(let elements):
      var expanded: [YAMLNode] = []
      for element in elements { expanded.append(expand(element)) }
      return YAMLNode(.sequence(expanded), at: node.place)
    case .mapping(let entries):
      var expanded: [YAMLEntry] = []
      for entry in entries {
        expanded.append(YAMLEntry(key: entry.key, place: entry.place, value: expand(entry.value)))
      }
      return YAMLNode(.mapping(expanded), at: node.place)
    case .refused:
      return node
    }
  }

  private mutating func expand(_ scalar: YAMLScalar, at place: SettingsPlace) -> YAMLNode.Content {
    do throws(ExpansionProblem) {
      guard let text = try expand(scalar.text) else { return .scalar(scalar) }
      return .scalar(YAMLScalar(text, isPlain: scalar.isPlain, written: scalar.text))
    } catch {
      problems.append(SettingsProblem(place, error.message))
      return .refused
    }
  }

  /// The text with every reference replaced, nothing when it holds none.
  mutating func expand(_ text: String) throws(ExpansionProblem) -> String? {
    var rest = Array(text.utf8)[...]
    var result: [UInt8] = []
    var found = false
    while let byte = rest.first {
      if rest.starts(with: "$${".utf8) {
        result += "${".utf8
        rest.removeFirst(3)
        found = true
      } else if rest.starts(with: "${".utf8) {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
          throw ExpansionProblem(message: "'${' has no closing '}'; write '$${' for the text '${' itself")
        }
        result += try value(of: Reference(rest[(rest.startIndex + 2)..<end])).utf8
        rest = rest[(end + 1)...]
        found = true
      } else {
        result.append(byte)
        rest.removeFirst()
      }
    }
    return found ? String(decoding: result, as: UTF8.self) : nil
  }

  private mutating func value(of reference: Reference) throws(ExpansionProblem) -> String {
    let name = reference.name
    guard reference.isWellFormed else {
      throw ExpansionProblem(
        message: "\("${\(name)}".quoted) names no variable; write ${NAME} or ${NAME:-default}")
    }
    let value = lookup(name).flatMap { $0.isEmpty && reference.fallback != nil ? nil : $0 }
    guard let result = value ?? reference.fallback else {
      throw ExpansionProblem(
        message: "the environment variable \(name.quoted) is not set; set it, or write ${\(name):-default}")
    }
    guard result.utf8.count <= budget else {
      throw ExpansionProblem(message: "the value of \(name.quoted) is too long to be inserted here")
    }
    budget -= result.utf8.count
    return result
  }
}

/// What stands between the braces.
private struct Reference {
  let name: String
  var fallback: String?

  init(_ bytes: ArraySlice<UInt8>) {
    let mark = bytes.indices.first { bytes[$0...].starts(with: ":-".utf8) }
    name = String(decoding: bytes[..<(mark ?? bytes.endIndex)], as: UTF8.self)
    fallback = mark.map { String(decoding: bytes[($0 + 2)...], as: UTF8.self) }
  }

  var isWellFormed: Bool {
    name.utf8.first?.isDigit == false
      && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
  }
}
