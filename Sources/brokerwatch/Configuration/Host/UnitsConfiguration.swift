import Patterns
import Settings

/// Which systemd units are watched, and how.
struct UnitsConfiguration: Equatable {
  var isEnabled = true
  var interval = Duration.seconds(10)
  var staleAfter: Duration?
  var socket: SettingPath?
  var include: [GlobPattern] = []
  var exclude: [GlobPattern] = []
  var forgetAfter = Duration.seconds(24 * 3600)

  static let usualSocket = "/run/dbus/system_bus_socket"

  /// The age at which series disappear.
  var effectiveStaleAfter: Duration {
    staleAfter ?? interval * 3
  }
}

extension UnitsConfiguration: SettingsSection {
  static let schema = Schema(
    "systemd's units, read over D-Bus. Those of brokers that were found, or that have the name of one, are watched unasked.",
    defaults: UnitsConfiguration()
  ) {
    Key("enabled", \.isEnabled, doc: "Whether units are watched.")
    Key(
      "interval", \.interval, must: .range(.seconds(1) ... .seconds(3600)),
      doc: "The time between two readings.")
    Key(
      "stale_after", \.staleAfter, derivedDefault: "3 × interval",
      doc: "The age of the last reading at which its series disappear.")
    Key(
      "socket", \.socket, derivedDefault: "\(UnitsConfiguration.usualSocket), if it is there",
      doc: "The socket of the system's message bus.")
    Key(
      "include", \.include,
      doc: "Watched too is what one of these matches: names, or patterns with `*`, `?` and `[a-z]`.")
    Key("exclude", \.exclude, doc: "And what none of these matches; it holds for the units of brokers too.")
    Key(
      "forget_after", \.forgetAfter, must: .range(.seconds(60) ... .seconds(30 * 24 * 3600)),
      doc: "How long a unit that has a name here, or is a broker's, is shown after it was last in use.")
    Rule("stale_after", must: "not be shorter than interval") { $0.effectiveStaleAfter >= $0.interval }
  }
}
