/// An enumeration whose raw values are the words that a settings file may use.
package protocol ChoiceSetting: ScalarSetting, CaseIterable, RawRepresentable where RawValue == String {}

extension ChoiceSetting {
  package static var typeName: String { words.map { "`\($0)`" }.listed(with: "or") }
  package static var expectation: String { words.listed(with: "or") }

  private static var words: [String] { allCases.map(\.rawValue) }

  package init(settingText: String) throws(ScalarMismatch) {
    guard let choice = Self(rawValue: settingText) else {
      throw ScalarMismatch(hint: nearest(settingText, among: Self.words).map { "did you mean '\($0)'?" })
    }
    self = choice
  }

  package var settingText: String { rawValue }
}
