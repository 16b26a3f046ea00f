import Settings

/// How Brokerwatch watches itself.
struct WatcherConfiguration: Equatable {
  var isEnabled = true
  var interval = Duration.seconds(10)
  var staleAfter: Duration?

  /// The age at which series disappear.
  var effectiveStaleAfter: Duration {
    staleAfter ?? interval * 3
  }
}

extension WatcherConfiguration: SettingsSection {
  static let schema = Schema(
    "Brokerwatch itself: its process, event loops, HTTP server and configuration.",
    defaults: WatcherConfiguration()
  ) {
    Key("enabled", \.isEnabled, doc: "Whether this is watched.")
    Key(
      "interval", \.interval, must: .range(.seconds(1) ... .seconds(3600)),
      doc: "The time between two readings.")
    Key(
      "stale_after", \.staleAfter, derivedDefault: "3 × interval",
      doc: "The age of the last reading at which its series disappear.")
    Rule("stale_after", must: "not be shorter than interval") { $0.effectiveStaleAfter >= $0.interval }
  }
}
