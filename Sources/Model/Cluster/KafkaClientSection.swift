/// What was asked of all brokers of all clusters so far, and how it went; APIs by Kafka's names.
package struct KafkaClientSection: Sendable, Hashable {
  package var requests: [String: UInt64] = [:]
  /// By API and then by a short name of what went wrong.
  package var errors: [String: [String: UInt64]] = [:]
  /// From handing the request over until its reply was complete.
  package var durations: [String: Histogram] = [:]
  package var bytesReceived: UInt64 = 0
  package var bytesSent: UInt64 = 0

  package init() {}
}
