import Model
package import Patterns

/// Which units are watched, and how.
package struct UnitsSettings: Sendable {
  package var interval = Duration.seconds(10)
  package var staleAfter = Duration.seconds(30)
  /// The socket of the system's message bus.
  package var socket = "/run/dbus/system_bus_socket"
  /// Whether somebody said that it is there.
  package var isSocketGiven = false
  package var include: [GlobPattern] = []
  package var exclude: [GlobPattern] = []
  /// After this time a unit that systemd does not have in memory any more is not shown any more.
  package var forgetAfter = Duration.seconds(24 * 3600)
  /// The units of brokers that were found on this host, whatever `include` says.
  package var discovered: @Sendable () -> Set<String> = { [] }

  package init() {}

  /// How long systemd may take for one answer.
  var timeout: Duration { min(.seconds(2), interval / 4) }

  /// systemd's tools take a name without its kind for a service's.
  var exactNames: Set<String> {
    let names = include.filter(\.isExact).map {
      UnitKind(name: $0.text) == nil ? "\($0.text).service" : $0.text
    }
    return Set(names).union(discovered()).filter { !isExcluded($0) }
  }

  var patterns: [String] { include.filter { !$0.isExact }.map(\.text) }

  func isExcluded(_ name: String) -> Bool {
    exclude.contains { $0.matches(name) }
  }
}
