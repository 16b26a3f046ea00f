/// The systemd units of this host that matter to brokers.
package struct UnitsSection: Sendable, Hashable {
  /// By name.
  package var units: [UnitReading]
  /// What systemd says of itself; nil where that could not be read.
  package var systemState: SystemState?
  package var failedUnits: UInt64?
  /// Units of which nothing, or not everything, could be read, with the reason, by name.
  package var unread: [String: String]
  /// Units that are not shown because there are too many.
  package var omitted: Int

  package init(
    units: [UnitReading] = [], systemState: SystemState? = nil, failedUnits: UInt64? = nil,
    unread: [String: String] = [:], omitted: Int = 0
  ) {
    self.units = units
    self.systemState = systemState
    self.failedUnits = failedUnits
    self.unread = unread
    self.omitted = omitted
  }
}
