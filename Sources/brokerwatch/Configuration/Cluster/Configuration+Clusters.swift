import Monitor

extension Configuration {
  /// The clusters to watch and where, the switched off ones included, in the order of the file.
  var clusterEntries: [ClusterEntry] {
    guard let clusters else {
      return [
        ClusterEntry(
          collectorName: ClusterEntry.kind, source: .usual, isEnabled: collectors.cluster.isEnabled,
          configuration: ClusterConfiguration())
      ]
    }
    let namelessCount = clusters.count { $0.name == nil }
    return clusters.map { cluster in
      ClusterEntry(
        collectorName: ClusterEntry.name(of: cluster, isOnlyNameless: namelessCount == 1),
        source: .configured, isEnabled: cluster.isEnabled && collectors.cluster.isEnabled,
        configuration: cluster)
    }
  }
}
