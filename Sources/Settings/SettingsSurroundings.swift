/// What the meaning of a settings file depends on beside its text.
package struct SettingsSurroundings: Sendable {
  /// Where relative file names start.
  package let directory: String
  /// Absent where `${` means nothing.
  package let environment: (@Sendable (String) -> String?)?
  private let readFile: @Sendable (String, Int) throws(SettingsFileProblem) -> SettingsFileContent

  package init(
    directory: String, environment: (@Sendable (String) -> String?)?,
    readFile: @escaping @Sendable (String, Int) throws(SettingsFileProblem) -> SettingsFileContent
  ) {
    self.directory = directory
    self.environment = environment
    self.readFile = readFile
  }

  /// The real ones of a settings file.
  package static func system(of file: String) -> SettingsSurroundings {
    SettingsSurroundings(
      directory: directory(of: file), environment: ProcessEnvironment.value(of:),
      readFile: SettingsFile.read(_:limit:))
  }

  func read(_ name: String) throws(SettingsFileProblem) -> SettingsFileContent {
    try readFile(path(of: name), 65_536)
  }

  /// A file's name as the process opens it.
  func path(of name: String) -> String {
    name.utf8.first == UInt8(ascii: "/") ? name : "\(directory)/\(name)"
  }

  private static func directory(of file: String) -> String {
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}
