/// Settings that can be used, and what is doubtful about their file.
package struct LoadedSettings<Value: Sendable>: Sendable {
  package let value: Value
  package let warnings: [SettingsProblem]
}
