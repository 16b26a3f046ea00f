/// The text of a YAML scalar and whether it may stand for something other than text.
package struct YAMLScalar: Sendable, Hashable {
  package let text: String
  /// Written without quotes, as no block and without the tag `!!str`: only then can it be a number, a truth value or nothing.
  package let isPlain: Bool
  /// What stands in the file where `text` came out of the environment; messages show it instead of a possible secret.
  package let written: String?

  package init(_ text: String, isPlain: Bool, written: String? = nil) {
    self.text = text
    self.isPlain = isPlain
    self.written = written
  }

  /// Nothing at all, `~` or `null`; a value from the environment is nothing only when it is empty.
  package var isNull: Bool {
    guard isPlain else { return false }
    return text.isEmpty || (written == nil && ["~", "null", "Null", "NULL"].contains(text))
  }
}
