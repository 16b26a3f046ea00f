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
  /// How the units of brokers are called.
  package var brokers: [NamePattern] = [] {
    didSet { names = NameFilter(include: brokers) }
  }
  package var exclude: [GlobPattern] = []
  /// After this time a unit that systemd does not have in memory any more is not shown any more.
  package var forgetAfter = Duration.seconds(24 * 3600)
  /// The units of brokers that were found on this host, whatever `include` says.
  package var discovered: @Sendable () -> Set<String> = { [] }

  private var names = NameFilter(include: [])

  package init() {}

  /// How long systemd may take for one answer.
  var timeout: Duration { min(.seconds(2), interval / 4) }

  /// systemd's tools take a name without its kind for a service's.
  var exactNames: Set<String> {
    let names = include.filter(\.isExact).map { pattern in
      UnitKind(name: pattern.text) == nil ? "\(pattern.text).service" : pattern.text
    }
    return Set(names).union(discovered()).filter { !isExcluded($0) }
  }

  /// What systemd is asked to list, besides the exact names; it knows nothing of regular expressions.
  var listed: [String] {
    include.filter { !$0.isExact }.map(\.text) + (brokers.isEmpty ? [] : ["*.service"])
  }

  func isExcluded(_ name: String) -> Bool {
    exclude.contains { $0.matches(name) }
  }

  /// Whether a unit on that list is watched.
  func isWanted(_ name: String, exact: Set<String>) -> Bool {
    guard !isExcluded(name) else { return false }
    return exact.contains(name) || include.contains { $0.matches(name) } || names.includes(name)
  }
}
