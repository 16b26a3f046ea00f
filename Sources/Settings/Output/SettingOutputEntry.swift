/// One key of a section with its value, on its way out.
package struct SettingOutputEntry: Sendable, Equatable {
  package let key: String
  package let value: SettingOutput

  package init(key: String, value: SettingOutput) {
    self.key = key
    self.value = value
  }
}
