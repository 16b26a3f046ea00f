/// Patterns of which one must match, sorted by what it takes to find out.
struct NamePatternSet: Sendable, Hashable {
  private let patterns: [NamePattern]
  private var hasEverything = false
  private var names: Set<String> = []
  private var prefixes: [String] = []
  private var compiled: [CompiledPattern] = []

  init(_ patterns: [NamePattern]) {
    self.patterns = patterns
    for pattern in patterns {
      switch pattern.matcher {
      case .everything: hasEverything = true
      case .exactly(let name): names.insert(name)
      case .prefixed(let start): prefixes.append(start)
      case .compiled(let expression): compiled.append(expression)
      }
    }
  }

  /// A pattern that gives up on a name does not match it.
  func matches(_ name: String) -> Bool {
    if hasEverything { return true }
    if !names.isEmpty, hasExactly(name) { return true }
    for start in prefixes where name.utf8.starts(with: start.utf8) { return true }
    for expression in compiled where expression.matches(name) == true { return true }
    return false
  }

  /// Names are bytes to Kafka, while Swift takes a few different ones for equal.
  private func hasExactly(_ name: String) -> Bool {
    guard let index = names.firstIndex(of: name) else { return false }
    return names[index].utf8.elementsEqual(name.utf8)
  }

  static func == (left: NamePatternSet, right: NamePatternSet) -> Bool { left.patterns == right.patterns }

  func hash(into hasher: inout Hasher) { hasher.combine(patterns) }
}
