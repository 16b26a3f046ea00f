/// The text of a YAML scalar and whether it may stand for something other than text.
package struct YAMLScalar: Sendable, Hashable {
  package let text: String
  /// Written without quotes, as no block and without the tag `!!str`: only then can it be a number, a truth value or nothing.
  package let isPlain: Bool

  package init(_ text: String, isPlain: Bool) {
    self.text = text
    self.isPlain = isPlain
  }

  /// Nothing at all, `~` or `null`.
  package var isNull: Bool {
    isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
  }
}
