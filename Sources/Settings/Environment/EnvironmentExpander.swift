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
        let reference = String(decoding: rest[(rest.startIndex + 2)..<end], as: UTF8.self)
        result += try value(of: reference).utf8
        rest = rest[(end + 1)...]
        found = true
      } else {
        result.append(byte)
        rest.removeFirst()
      }
    }
    return found ? String(decoding: result, as: UTF8.self) : nil
  }

  private mutating func value(of reference: String) throws(ExpansionProblem) -> String {
    let parts = reference.split(separator: ":-", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard Self.isName(name) else {
      throw ExpansionProblem(
        message: "\("${\(reference)}".quoted) names no variable; write ${NAME} or ${NAME:-default}")
    }
    let value = lookup(name).flatMap { $0.isEmpty && parts.count > 1 ? nil : $0 }
    guard let result = value ?? (parts.count > 1 ? String(parts[1]) : nil) else {
      throw ExpansionProblem(
        message: "the environment variable '\(name)' is not set; set it, or write ${\(name):-default}")
    }
    guard result.utf8.count <= budget else {
      throw ExpansionProblem(message: "the value of '\(name)' is too long to be inserted here")
    }
    budget -= result.utf8.count
    return result
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return false
    }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }
}
