import Settings

struct SampleWeb: Equatable {
  var telemetryPath = "/metrics"
  var reloadToken: Secret?
}

extension SampleWeb: SettingsSection {
  static let schema = Schema("The server.", defaults: SampleWeb()) {
    Key(
      "telemetry_path", \.telemetryPath, must: Requirement("start with '/'") { $0.utf8.first == 0x2F },
      doc: "Where the metrics are.")
    SecretKey("reload_token", \.reloadToken, doc: "Who knows it may reload.")
  }
}
