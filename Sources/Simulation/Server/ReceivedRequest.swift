import Kafka

/// A request as a broker read it.
struct ReceivedRequest: Sendable {
  let broker: Int32
  let body: any KafkaRequest
}
