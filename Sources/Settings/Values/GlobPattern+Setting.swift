package import Patterns

extension GlobPattern: ScalarSetting {
  package static var typeName: String { "pattern" }
  package static var expectation: String { "a name, or a pattern like kafka*.service" }

  package init(settingText: String) throws(ScalarMismatch) {
    guard !settingText.isEmpty, !settingText.utf8.contains(0) else { throw ScalarMismatch() }
    guard settingText.utf8.count <= 255 else {
      throw ScalarMismatch(hint: "it is longer than any name can be")
    }
    self.init(settingText)
  }

  package var settingText: String { text }
}
