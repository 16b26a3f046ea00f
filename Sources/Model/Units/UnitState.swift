/// What a unit does; the raw values are systemd's own words.
package enum UnitState: String, Sendable, Hashable, CaseIterable {
  case active, reloading, refreshing, inactive, failed, activating, deactivating, maintenance
  /// What this version of Brokerwatch has no word for.
  case other

  /// Whether what the unit stands for is there.
  package var isUp: Bool {
    switch self {
    case .active, .reloading, .refreshing: true
    case .inactive, .failed, .activating, .deactivating, .maintenance, .other: false
    }
  }
}
