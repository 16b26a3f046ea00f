/// Something that happened once, for people and notifiers to read in order.
package struct Event: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case collectorFailed = "collector_failed"
    case collectorRecovered = "collector_recovered"
    case configurationApplied = "configuration_applied"
    case configurationRejected = "configuration_rejected"
  }

  package let time: Timestamp
  package let kind: Kind
  /// What it happened to: a collector's name, a file's path.
  package let subject: String
  package let message: String

  package init(time: Timestamp, kind: Kind, subject: String, message: String) {
    self.time = time
    self.kind = kind
    self.subject = subject
    self.message = message
  }

  /// The bytes it holds on to, for the ring's byte limit.
  package var footprint: Int {
    MemoryLayout<Event>.size + subject.utf8.count + message.utf8.count
  }
}
