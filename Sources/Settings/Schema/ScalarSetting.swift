/// A setting written as one word or text.
package protocol ScalarSetting: SettingValue {
  /// What an error says was expected: "a duration like 10s".
  static var expectation: String { get }
  /// Whether quotes may stand around it: they turn numbers and truth values into text.
  static var mayBeQuoted: Bool { get }

  init(settingText: String) throws(ScalarMismatch)

  /// The text that reads back as this value.
  var settingText: String { get }
}

extension ScalarSetting {
  package static var mayBeQuoted: Bool { true }

  package var output: SettingOutput { .text(settingText.escapingExpansions) }

  package static func decode(
    _ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder
  ) -> Self? {
    decodeScalar(node, at: path, with: &decoder)
  }

  /// What `decode` does, for a type that adds to it.
  static func decodeScalar(
    _ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder
  ) -> Self? {
    guard case .scalar(let scalar) = node.content, !scalar.isNull else {
      decoder.reportMismatch(node, at: path, expected: expectation)
      return nil
    }
    guard scalar.isPlain || mayBeQuoted else {
      decoder.reportMismatch(node, at: path, expected: expectation, hint: "remove the quotes")
      return nil
    }
    do throws(ScalarMismatch) {
      return try Self(settingText: scalar.text)
    } catch {
      decoder.reportMismatch(
        node, at: path, expected: expectation, hint: scalar.written == nil ? error.hint : nil)
      return nil
    }
  }
}
