/// The processes of brokers on this host.
package struct ProcessesSection: Sendable, Hashable {
  /// By name; those that are gone are still among them until they are forgotten.
  package var processes: [ProcessReading]
  /// Processes of brokers beyond those that can be watched.
  package var overlooked: Int

  package init(processes: [ProcessReading] = [], overlooked: Int = 0) {
    self.processes = processes
    self.overlooked = overlooked
  }
}
