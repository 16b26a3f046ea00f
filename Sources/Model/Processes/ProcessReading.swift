/// What was read of one process, or of the last one that had its name.
package struct ProcessReading: Sendable, Hashable {
  /// The label `process`: that of its facts, with a number behind it while another one has the same.
  package let name: String
  package var facts: ProcessFacts
  package var isUp: Bool
  /// Nil while it is gone.
  package var pid: Int32?
  package var startTime: Timestamp?
  /// How often another process took over the name.
  package var restarts: UInt64 = 0
  package var gauges = ProcessGauges()
  /// They go on over restarts, and stand still while it is gone.
  package var counters: [ProcessCounter: UInt64] = [:]
  package var listeners: [ListenerReading] = []
  package var peers: [PeerReading] = []
  package var jvm: JVMReading?
  /// What could not be read, and why.
  package var unread: [ProcessPart: UnreadReason] = [:]

  package init(name: String, facts: ProcessFacts, isUp: Bool) {
    self.name = name
    self.facts = facts
    self.isUp = isUp
  }
}
