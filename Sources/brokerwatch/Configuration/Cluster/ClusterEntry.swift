import Monitor

/// One cluster of a configuration, and the collector that is to watch it.
struct ClusterEntry: Equatable {
  static let kind = "cluster"

  let collectorName: String
  let source: BrokerCandidate.Source
  /// Why nobody watches it; nil when it is watched.
  let offReason: String?
  let configuration: ClusterConfiguration

  static let switchedOff = "switched off in the configuration"

  var isEnabled: Bool { offReason == nil }

  /// The same cluster keeps its name whatever clusters come and go beside it, except that a nameless one may get company.
  static func name(of cluster: ClusterConfiguration, isOnlyNameless: Bool) -> String {
    if let name = cluster.name { return "\(kind)/\(name)" }
    guard let address = cluster.effectiveBootstrap.first, !isOnlyNameless else { return kind }
    return "\(kind)/\(address)"
  }
}
