/// The brokers that were found on this host, and how.
package struct DiscoverySection: Sendable, Hashable {
  package var names: BrokerNames

  package init(names: BrokerNames = BrokerNames()) {
    self.names = names
  }
}
