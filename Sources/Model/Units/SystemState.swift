/// How systemd as a whole fares; the raw values are its own words.
package enum SystemState: String, Sendable, Hashable, CaseIterable {
  case initializing, starting, running, degraded, maintenance, stopping
  /// What this version of Brokerwatch has no word for.
  case other
}
