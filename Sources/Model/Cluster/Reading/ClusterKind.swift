/// Who keeps the cluster's metadata.
package enum ClusterKind: String, Sendable, Hashable {
  case kraft, zookeeper, redpanda, other
}
