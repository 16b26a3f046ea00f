package import Settings

/// Where one of a broker's settings may stand; the command line counts most, then the environment, then the file.
package struct ValueSource: Equatable {
  package var option: String?
  package var word: Int?
  package var environment: String?
  package var key: String?
}

extension ValueSource: SettingsSection {
  package static let schema = Schema(
    "Where a setting may stand; the command line counts most, then the environment, then the file.",
    defaults: ValueSource()
  ) {
    Key(
      "option", \.option, must: Requirement("not be empty") { $0 != "" },
      doc: "An option that it follows: `--id`.")
    Key(
      "word", \.word, must: Requirement("be between 1 and 100") { $0.map((1...100).contains) ?? true },
      doc: "Which word it is behind the program, the first one being 1.")
    Key(
      "environment", \.environment, must: .variableName,
      doc: "A variable of the process. No other one is read.")
    Key(
      "key", \.key, must: Requirement("not be empty") { $0 != "" },
      doc: "A key of the file, with dots between its parts.")
  }
}

extension Requirement where Setting == String? {
  /// Whoever writes such a name by mistake would have us publish it.
  static var variableName: Self {
    Self("be a variable's name without PASSWORD, SECRET, TOKEN, KEY or JAAS in it") { name in
      name.map { !$0.isEmpty && !$0.contains("=") && !SecretNames.contain($0) } ?? true
    }
  }
}
