import Monitor
import Settings

extension Configuration {
  /// The settings of a file, or the defaults without one, with the flags' values over them.
  static func load(
    file: String?, overrides: [ConfigurationOverride]
  ) throws(SettingsError) -> LoadedSettings<Configuration> {
    var loaded = LoadedSettings(value: Configuration(), warnings: [])
    if let file { loaded = try load(file: file) }
    for override in overrides { override.apply(&loaded.value) }
    do throws(ProfileError) {
      try loaded.value.loadProfiles()
    } catch {
      throw .related(error.problems)
    }
    return loaded
  }

  /// The page `docs/configuration.md`.
  static var documentation: String {
    """
    # Configuration

    Generated from the declarations of the keys. `brokerwatch config check` says what is wrong with a file, and
    `brokerwatch config print` shows it with every default filled in.

    The file is YAML. An unknown key is an error, and so is an anchor, an alias or a second document. A key whose
    default is `null` takes `null`, `~` or nothing for "not set"; an empty section means its defaults.

    `${NAME}` in a value stands for the environment variable, `${NAME:-default}` has a default for one that is not set
    or empty, and `$${` stands for `${` itself. Values are expanded after the file is parsed: none of them can add keys.
    Inside `[ ]` and `{ }` such a value needs quotes.

    Durations are written `500ms`, `10s`, `1m30s` or `24h`. Paths are relative to the folder of the settings file. A
    secret can stand in a file of its own, which the key with `_file` at its end names; secrets are never printed.

    Regular expressions are those of PCRE2 (Perl's), and match whole names: `orders` is that topic only, `orders.*` what
    begins so. One that needs too many steps for a name does not match it.


    """ + SettingsReference(of: Configuration.self).markdown
  }
}
