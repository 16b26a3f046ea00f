import Settings

/// The section `rate_limit`.
struct WebRateLimit: Sendable, Equatable {
  var interval = Duration.zero
  var burst = 0

  var limit: AccessRules.RateLimit? {
    interval > .zero ? AccessRules.RateLimit(interval: interval, burst: burst) : nil
  }
}

extension WebRateLimit: SettingsSection {
  static let schema = Schema("How many requests are answered.", defaults: WebRateLimit()) {
    Key("interval", \.interval, doc: "The time in which one more request is answered; 0 for no limit.")
    Key("burst", \.burst, must: .atLeast(0), doc: "How many are answered at once.")
    Rule("burst", must: "be at least 1 where there is an interval") { $0.interval <= .zero || $0.burst >= 1 }
  }
}
