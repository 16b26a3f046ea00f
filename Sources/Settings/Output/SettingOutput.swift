/// A setting on its way out: into `config print` or the reference.
package enum SettingOutput: Sendable, Equatable {
  case null
  /// A number, a truth value or another word that reads back as what it is.
  case plain(String)
  /// Any text; quoted where YAML could take it for something else.
  case text(String)
  case list([SettingOutput])
  case section([SettingOutputEntry])
}
