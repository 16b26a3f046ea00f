import Kafka
import Model

/// Who belongs to the cluster and where they listen, as far as anybody said.
struct KnownBrokers: Sendable {
  /// Sorted by id.
  private(set) var live: [MetadataReading.Broker] = []
  /// The ones that are away included, as long as somebody expects them.
  private(set) var addresses: [NodeID: BrokerAddress] = [:]
  private var details: [NodeID: MetadataReading.Broker] = [:]
  /// In the scope of a broker: which one, and how we reach it.
  var paired: (id: NodeID, address: BrokerAddress)?

  /// `expected` lists the ids that registrations and replica lists name; nobody else is remembered.
  mutating func update(_ metadata: [MetadataReading.Broker], expected: Set<NodeID>) {
    live = metadata
    for broker in metadata {
      addresses[broker.id] = broker.address
      details[broker.id] = broker
    }
    let known = expected.union(metadata.map(\.id))
    addresses = addresses.filter { known.contains($0.key) }
    details = details.filter { known.contains($0.key) }
    if let paired { addresses[paired.id] = paired.address }
  }

  func broker(_ id: NodeID) -> MetadataReading.Broker? { details[id] }
}
