import Monitor

extension Configuration {
  /// How each cluster is watched, the switched off ones included, in the order of the file.
  var clusterCollectors: [(settings: ClusterCollectorSettings, isEnabled: Bool)] {
    guard let clusters else {
      var settings = ClusterConfiguration().collectorSettings(source: .usual)
      settings.collectorName = ClusterConfiguration.collectorName
      return [(settings, collectors.cluster.isEnabled)]
    }
    let namelessCount = clusters.count { $0.name == nil }
    return clusters.map { cluster in
      var settings = cluster.collectorSettings(source: .configured)
      settings.collectorName = cluster.collectorName(isOnlyNameless: namelessCount == 1)
      return (settings, cluster.isEnabled && collectors.cluster.isEnabled)
    }
  }
}

extension ClusterConfiguration {
  static let collectorName = "cluster"

  /// The same cluster keeps its name whatever clusters come and go beside it, except that a nameless one may get company.
  fileprivate func collectorName(isOnlyNameless: Bool) -> String {
    if let name { return "\(Self.collectorName)/\(name)" }
    guard let address = bootstrap.first, !isOnlyNameless else { return Self.collectorName }
    return "\(Self.collectorName)/\(address.settingText)"
  }
}
