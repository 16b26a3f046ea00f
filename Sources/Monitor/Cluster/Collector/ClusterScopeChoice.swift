/// For which part of a cluster a watcher is to speak; which broker is its own it finds out.
package enum ClusterScopeChoice: String, Sendable, Hashable, CaseIterable {
  case broker, cluster
}
