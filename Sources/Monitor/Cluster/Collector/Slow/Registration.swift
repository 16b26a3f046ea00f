import Kafka
import Model

/// A broker that the controller knows, whether it runs or not.
struct Registration: Sendable, Hashable {
  let id: NodeID
  let host: String
  let port: Int
  let rack: String?
  let isFenced: Bool

  init(_ broker: DescribeClusterResponse.Broker) {
    id = broker.brokerID.rawValue
    host = broker.host
    port = Int(broker.port)
    rack = broker.rack
    isFenced = broker.isFenced
  }
}
