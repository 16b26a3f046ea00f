/// What systemd says of one unit; nil where it says nothing.
package struct UnitReading: Sendable, Hashable {
  package let name: String
  package var state: UnitState
  /// What only services and a few other kinds have.
  package var result: UnitResult?
  /// Restarts that systemd made by itself; it never falls while Brokerwatch runs.
  package var restarts: UInt64?
  /// Of the last main process: its exit code, or 128 and the number of the signal that ended it, as shells say it.
  package var exitStatus: Int64?
  package var mainPID: Int32?
  package var startTime: Timestamp?
  package var stateChange: Timestamp?
  package var watchdog: Timestamp?
  /// The path of its cgroup below the root of the hierarchy.
  package var controlGroup: String?
  package var resources: UnitResources

  package init(name: String, state: UnitState, resources: UnitResources = UnitResources()) {
    self.name = name
    self.state = state
    self.resources = resources
  }
}
