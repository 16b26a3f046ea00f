/// The text of a secret file.
enum SecretFile {
  /// Without the line end that editors leave.
  static func text(_ bytes: [UInt8]) throws(SettingsFileProblem) -> String {
    var secret = bytes[...]
    if secret.last == UInt8(ascii: "\n") {
      secret.removeLast()
      if secret.last == UInt8(ascii: "\r") { secret.removeLast() }
    }
    guard !secret.isEmpty else { throw SettingsFileProblem("is empty") }
    guard let text = String(validating: secret, as: UTF8.self) else {
      throw SettingsFileProblem("is not UTF-8 text")
    }
    return text
  }
}
