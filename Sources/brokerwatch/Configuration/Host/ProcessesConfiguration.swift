import Settings

/// How the brokers' processes are watched.
struct ProcessesConfiguration: Equatable {
  var isEnabled = true
  var interval = Duration.seconds(10)
  var staleAfter: Duration?
  var forgetAfter = Duration.seconds(86_400)

  /// The age at which series disappear.
  var effectiveStaleAfter: Duration {
    staleAfter ?? interval * 3
  }
}

extension ProcessesConfiguration: SettingsSection {
  static let schema = Schema(
    "The brokers' processes on this host, their sockets and their Java virtual machines.",
    defaults: ProcessesConfiguration()
  ) {
    Key("enabled", \.isEnabled, doc: "Whether this is watched.")
    Key(
      "interval", \.interval, must: .range(.seconds(1) ... .seconds(3600)),
      doc: "The time between two readings.")
    Key(
      "stale_after", \.staleAfter, derivedDefault: "3 × interval",
      doc: "The age of the last reading at which its series disappear.")
    Key(
      "forget_after", \.forgetAfter, must: .range(.seconds(0) ... .seconds(31_622_400)),
      doc: "How long `broker_process_up` says 0 of a process that is gone.")
    Rule("stale_after", must: "not be shorter than interval") { $0.effectiveStaleAfter >= $0.interval }
  }
}
