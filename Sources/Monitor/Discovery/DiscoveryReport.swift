package import Model

/// What a look at this host found, once, and what it left alone.
package struct DiscoveryReport: Sendable {
  package let section: DiscoverySection
  package let clusters: [DiscoveredCluster]
  /// Processes that look like a broker's and are none.
  package let ignored: [Finding]
  /// What could not be looked at, with the mend.
  package let problems: [String]
  package let processCount: Int
}
