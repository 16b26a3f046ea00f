/// Down to what the page shows a cluster, the finest first.
package enum Granularity: String, Sendable, Hashable, CaseIterable {
  case partition
  /// Topics, and each group's lag by partition.
  case lags
  case topic
}
