extension NamePattern {
  /// Whether this matches the whole name; one that gives up on it does not.
  package func matches(_ name: String) -> Bool {
    switch matcher {
    case .everything: true
    case .exactly(let text): text.utf8.elementsEqual(name.utf8)
    case .prefixed(let start): name.utf8.starts(with: start.utf8)
    case .compiled(let expression): expression.matches(name) == true
    }
  }
}
