package import Model

/// Brokers of this host that belong to one Kafka cluster, and where to ask for it.
package struct DiscoveredCluster: Sendable, Hashable {
  /// Nil where nobody may read it before the cluster itself is asked.
  package let id: String?
  package let candidates: [BrokerCandidate]
  /// How many of its brokers are on this host.
  package let brokerCount: Int
  /// Why it cannot be asked; nil when it can.
  package let obstacle: String?
  /// Of each broker, or where there is none of each controller.
  private let ways: [[BrokerAccess]]

  /// Where brokers listen for clients that come so; nil when none does.
  package func candidates(for securityProtocol: String) -> [BrokerCandidate]? {
    let places = ways.compactMap { ways in ways.first { $0.securityProtocol == securityProtocol } }
    return places.isEmpty
      ? nil : places.map { BrokerCandidate(host: $0.host, port: $0.port, source: .discovered) }
  }

  /// The clusters of all brokers that speak Kafka's protocol, in the order of their brokers.
  package static func all(_ discovery: DiscoverySection) -> [DiscoveredCluster] {
    var groups: [[Broker]] = []
    let speaking = discovery.brokers.filter { !$0.access.isEmpty }
    for broker in speaking.filter({ $0.clusterID != nil }) + speaking.filter({ $0.clusterID == nil }) {
      if let index = groups.firstIndex(where: { $0.contains { isOfSameCluster($0, broker) } }) {
        groups[index].append(broker)
      } else {
        groups.append([broker])
      }
    }
    return groups.map(DiscoveredCluster.init)
  }

  /// By the cluster's id; where one of both does not tell it, by whom they find their cluster through.
  private static func isOfSameCluster(_ left: Broker, _ right: Broker) -> Bool {
    if let left = left.clusterID, let right = right.clusterID { return left == right }
    return left.rendezvous != nil && left.rendezvous == right.rendezvous
  }

  private init(_ brokers: [Broker]) {
    id = brokers.lazy.compactMap(\.clusterID).first
    let serving = brokers.filter { broker in broker.access.contains { !$0.isController } }
    brokerCount = serving.count
    // Controllers are asked only where there is no broker that knows more.
    let asked = serving.isEmpty ? brokers : serving
    ways = asked.map { broker in broker.access.filter { $0.isController == serving.isEmpty } }
    let open = ways.compactMap { $0.first(where: \.isOpen) }
    candidates = open.map { BrokerCandidate(host: $0.host, port: $0.port, source: .discovered) }
    obstacle =
      open.isEmpty
      ? "Of the brokers found on this host, "
        + asked.map { broker in
          "\(broker.name): " + (broker.problems.last ?? "no listener can be used")
        }.joined(separator: "; ") : nil
  }
}
