extension String: ScalarSetting {
  package static var typeName: String { "text" }
  package static var expectation: String { "text" }

  package init(settingText: String) {
    self = settingText
  }

  package var settingText: String { self }
}
