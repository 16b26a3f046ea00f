/// Why a file could not be used.
package struct SettingsFileProblem: Error, Equatable {
  /// The end of a sentence that begins with the file: "does not exist".
  package let reason: String

  package init(_ reason: String) {
    self.reason = reason
  }
}
