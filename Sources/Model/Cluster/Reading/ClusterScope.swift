/// For which part of the cluster one watcher speaks.
package enum ClusterScope: Sendable, Hashable {
  /// The partitions that this broker leads and the groups that it coordinates.
  case broker(NodeID)
  case cluster

  package func includes(_ broker: NodeID) -> Bool {
    switch self {
    case .broker(let own): own == broker
    case .cluster: true
    }
  }
}
