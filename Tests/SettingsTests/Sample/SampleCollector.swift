import Settings

struct SampleCollector: Equatable {
  var isEnabled = true
  var interval = Duration.seconds(10)
  var staleAfter: Duration?
  var scope = SampleScope.broker
}

extension SampleCollector: SettingsSection {
  static let schema = Schema("One collector.", defaults: SampleCollector()) {
    Key("enabled", \.isEnabled, doc: "Whether it runs.")
    Key(
      "interval", \.interval, must: .range(.seconds(1) ... .seconds(3600)), doc: "How often it runs.")
    Key("stale_after", \.staleAfter, derivedDefault: "3 × interval", doc: "When its series disappear.")
    Key("scope", \.scope, doc: "How much it sees.")
    Rule("stale_after", must: "not be shorter than interval") {
      ($0.staleAfter ?? $0.interval) >= $0.interval
    }
  }
}
