/// The brokers that were found on this host, and how.
package struct DiscoverySection: Sendable, Hashable {
  package var brokers: [Broker]
  package var names: BrokerNames

  package init(brokers: [Broker] = [], names: BrokerNames = BrokerNames()) {
    self.brokers = brokers
    self.names = names
  }
}
