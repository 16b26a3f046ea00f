import Settings

/// Everything that the settings file and the flags decide.
struct Configuration: Equatable {
  var web = WebConfiguration()
  var log = LogConfiguration()
  var collectors = CollectorsConfiguration()
  var path = PathConfiguration()
}

extension Configuration: SettingsSection {
  static let schema = Schema(
    "Every key may be left out. Flags win over the file.", defaults: Configuration()
  ) {
    Key("web", \.web, doc: "The HTTP server.")
    Key("log", \.log, doc: "The log on standard error.")
    Key("collectors", \.collectors, doc: "What is watched.")
    Key("path", \.path, doc: "Where the host's own files are.")
  }
}
