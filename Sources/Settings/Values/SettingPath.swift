/// The path of a file or folder; in a settings file it is relative to that file's folder.
package struct SettingPath: Hashable {
  /// As it was given, and as it is printed.
  package let written: String
  /// As the process opens it.
  package let resolved: String

  package init(_ path: String) {
    written = path
    resolved = path
  }

  fileprivate init(written: String, resolved: String) {
    self.written = written
    self.resolved = resolved
  }
}

extension SettingPath: ScalarSetting {
  package static var typeName: String { "path" }
  package static var expectation: String { "a path" }

  /// For a flag, whose paths start where the process does.
  package init(settingText: String) throws(ScalarMismatch) {
    guard !settingText.isEmpty, !settingText.utf8.contains(0) else { throw ScalarMismatch() }
    self.init(settingText)
  }

  package var settingText: String { written }

  package static func decode(
    _ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder
  ) -> SettingPath? {
    decodeScalar(node, at: path, with: &decoder).map { path in
      SettingPath(written: path.written, resolved: decoder.surroundings.path(of: path.written))
    }
  }
}
