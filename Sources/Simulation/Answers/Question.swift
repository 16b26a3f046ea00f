import Kafka

/// Who asks whom, and when.
struct Question {
  /// The broker that was asked.
  let broker: BrokerID
  let version: Int16
  let clientID: String?
  let now: SimulatedClock
  /// When the request came, in milliseconds since boot.
  let arrival: Int64
  /// False when it has waited already.
  let isFirst: Bool
}
