extension Double: ScalarSetting {
  package static var typeName: String { "number" }
  package static var expectation: String { "a number" }
  package static var mayBeQuoted: Bool { false }

  package init(settingText: String) throws(ScalarMismatch) {
    let characters = settingText.utf8
    guard characters.first.map({ $0.isDigit || $0 == UInt8(ascii: "-") }) == true,
      characters.allSatisfy({ $0.isDigit || "+-.eE".utf8.contains($0) }),
      let value = Double(settingText)
    else { throw ScalarMismatch() }
    guard value.isFinite else { throw ScalarMismatch(hint: "it is too large") }
    self = value
  }

  /// YAML 1.1 takes a number with an exponent for text when it has no point.
  package var settingText: String {
    guard let exponent = description.firstIndex(of: "e"), !description.contains(".") else {
      return description
    }
    return description[..<exponent] + ".0" + description[exponent...]
  }

  package var output: SettingOutput { .plain(settingText) }
}
