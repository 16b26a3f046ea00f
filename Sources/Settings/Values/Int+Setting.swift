extension Int: ScalarSetting {
  package static var typeName: String { "whole number" }
  package static var expectation: String { "a whole number" }
  package static var mayBeQuoted: Bool { false }

  package init(settingText: String) throws(ScalarMismatch) {
    let digits = settingText.utf8.first == UInt8(ascii: "-") ? settingText.dropFirst() : settingText[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit) else { throw ScalarMismatch() }
    // YAML 1.1 reads 010 as eight, 1.2 as ten.
    guard digits.utf8.count == 1 || digits.utf8.first != UInt8(ascii: "0") else {
      throw ScalarMismatch(hint: "write it without leading zeros")
    }
    guard let value = Int(settingText) else { throw ScalarMismatch(hint: "it is too large") }
    self = value
  }

  package var settingText: String { description }

  package var output: SettingOutput { .plain(settingText) }
}
