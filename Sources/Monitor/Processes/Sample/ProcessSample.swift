import Model
import Systemd

/// What one reading of one process gave.
struct ProcessSample: Sendable {
  let process: BrokerProcess
  var startTime: Timestamp?
  var gauges = ProcessGauges()
  /// Of this process alone, since it started or since it was first seen.
  var counters: [ProcessCounter: UInt64] = [:]
  var listeners: [ListenerReading] = []
  var peers: [PeerReading] = []
  var jvm: JVMReading?
  var unread: [ProcessPart: UnreadReason] = [:]

  init(_ process: BrokerProcess, startTime: Timestamp? = nil) {
    self.process = process
    self.startTime = startTime
  }

  /// Nil where it fails; then the reason is noted.
  mutating func take<Value>(
    _ part: ProcessPart, _ read: () throws(SmallFile.Failure) -> Value
  ) -> Value? {
    do {
      return try read()
    } catch {
      unread[part] = UnreadReason(error)
      return nil
    }
  }
}
