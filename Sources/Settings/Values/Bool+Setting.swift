extension Bool: ScalarSetting {
  package static var typeName: String { "true or false" }
  package static var expectation: String { "true or false" }
  package static var mayBeQuoted: Bool { false }

  package init(settingText: String) throws(ScalarMismatch) {
    switch settingText {
    case "true": self = true
    case "false": self = false
    default: throw ScalarMismatch()
    }
  }

  package var settingText: String { self ? "true" : "false" }

  package var output: SettingOutput { .plain(settingText) }
}
