/// The text of a secret file.
enum SecretFile {
  /// Without the line end that editors leave.
  static func text(_ bytes: [UInt8]) throws(SettingsFileProblem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsFileProblem("is not UTF-8 text")
    }
    let secret = text.last?.isNewline == true ? String(text.dropLast()) : text
    guard !secret.isEmpty else { throw SettingsFileProblem("is empty") }
    return secret
  }
}
