/// How a broker fares, or all of them.
package enum HealthState: String, Sendable, Hashable, CaseIterable {
  /// It runs and does not answer yet, as after every start.
  case starting
  case healthy
  /// It serves, and something is wrong.
  case degraded
  case down
  /// Somebody announced that it is being worked on: nobody is to be called for it.
  case maintenance
  /// Nobody can say, because nothing was read or what was read is too old.
  case unknown
}
