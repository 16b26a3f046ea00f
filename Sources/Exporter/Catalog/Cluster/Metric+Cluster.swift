import Model

extension Metric {
  /// Declares a metric whose rows come from each cluster that is still believed, `cluster` being their first label.
  ///
  /// Clusters age one by one: the page is written anew when one is not believed any more.
  init(
    _ name: String, _ type: MetricType, unit: MetricUnit? = nil, perCluster labels: [String], help: String,
    _ read: @escaping @Sendable (ClusterSection, inout RowWriter) -> Void
  ) {
    self.init(name, type, unit: unit, labels: ["cluster"] + labels, help: help, from: \.clusters) {
      section, rows in
      for cluster in section.clusters where cluster.isFresh(at: rows.now) {
        rows.hold(until: cluster.readAt.uptime + cluster.staleAfter)
        read(cluster, &rows)
      }
    }
  }
}
