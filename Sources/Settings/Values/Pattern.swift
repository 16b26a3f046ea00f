/// A regular expression as text; who uses it compiles it.
package struct Pattern: Hashable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }
}

extension Pattern: ScalarSetting {
  package static var typeName: String { "regular expression" }
  package static var expectation: String { "a regular expression" }

  package init(settingText: String) {
    text = settingText
  }

  package var settingText: String { text }
}
