import Kafka
import Monitor

extension Configuration {
  /// The clusters to watch where none was found on this host.
  var clusterEntries: [ClusterEntry] { clusterEntries(discovered: []) }

  /// The clusters to watch and where, the switched off ones included, in the order of the file.
  ///
  /// `discovered` are those of this host, which count where the configuration names none itself.
  func clusterEntries(discovered: [DiscoveredCluster]) -> [ClusterEntry] {
    if let clusters { return entries(clusters, discovered) }
    guard !discovered.isEmpty else { return [entry(ClusterEntry.kind, .usual, ClusterConfiguration())] }
    return discovered.map { cluster in
      var configuration = ClusterConfiguration(bootstrap: cluster.candidates.map(\.address))
      // Whoever runs beside one broker is its sidecar; of several on a host none is more ours than the others.
      configuration.scope = cluster.brokerCount > 1 ? .cluster : .broker
      let name = cluster.id ?? cluster.candidates.first?.description
      // The same name whoever else is found: what was counted goes on.
      return entry(
        name.map { "\(ClusterEntry.kind)/\($0)" } ?? ClusterEntry.kind, .discovered, configuration,
        obstacle: cluster.obstacle)
    }
  }

  private func entries(
    _ clusters: [ClusterConfiguration], _ discovered: [DiscoveredCluster]
  ) -> [ClusterEntry] {
    let namelessCount = clusters.count { $0.name == nil }
    return clusters.map { cluster in
      let name = ClusterEntry.name(of: cluster, isOnlyNameless: namelessCount == 1)
      // Of several found, or for several wanted, nobody could tell which is meant.
      guard cluster.bootstrap == nil, clusters.count == 1, discovered.count == 1,
        let found = discovered[0].candidates(for: cluster.securityProtocol)
      else { return entry(name, .configured, cluster) }
      var located = cluster
      located.bootstrap = found.map(\.address)
      located.scope = cluster.scope ?? (found.count > 1 ? .cluster : .broker)
      return entry(name, .discovered, located)
    }
  }

  private func entry(
    _ name: String, _ source: BrokerCandidate.Source, _ cluster: ClusterConfiguration, obstacle: String? = nil
  ) -> ClusterEntry {
    let isEnabled = cluster.isEnabled && collectors.cluster.isEnabled
    return ClusterEntry(
      collectorName: name, source: source, offReason: isEnabled ? obstacle : ClusterEntry.switchedOff,
      configuration: cluster)
  }
}

extension ClusterConfiguration {
  /// In Kafka's words.
  fileprivate var securityProtocol: String {
    switch (tls != nil, sasl != nil) {
    case (false, false): "PLAINTEXT"
    case (true, false): "SSL"
    case (false, true): "SASL_PLAINTEXT"
    case (true, true): "SASL_SSL"
    }
  }
}
