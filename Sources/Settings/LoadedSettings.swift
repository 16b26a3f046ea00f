/// Settings that can be used, and what is doubtful about their file.
package struct LoadedSettings<Value: Sendable>: Sendable {
  package var value: Value
  package let warnings: [SettingsProblem]

  package init(value: Value, warnings: [SettingsProblem]) {
    self.value = value
    self.warnings = warnings
  }
}
