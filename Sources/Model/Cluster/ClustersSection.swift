/// Every cluster that is watched; each ages by itself.
package struct ClustersSection: Sendable, Hashable {
  /// Sorted by name, one per name.
  package let clusters: [ClusterSection]

  package init(clusters: [ClusterSection]) {
    self.clusters = clusters
  }
}
