package import Patterns

extension NamePattern: ScalarSetting {
  package static var typeName: String { "regular expression" }
  package static var expectation: String { "a regular expression" }

  package init(settingText: String) throws(ScalarMismatch) {
    do throws(PatternError) {
      try self.init(settingText)
    } catch {
      throw ScalarMismatch(hint: "\(error)")
    }
  }

  package var settingText: String { text }
}
