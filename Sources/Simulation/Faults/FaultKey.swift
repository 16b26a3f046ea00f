import Kafka

/// Where a fault is: in one API of a broker, or in all of it.
struct FaultKey: Hashable {
  let broker: Int32
  let api: APIKey?
}
