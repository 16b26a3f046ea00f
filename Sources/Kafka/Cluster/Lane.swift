/// Which of a broker's connections to use.
///
/// A broker answers one connection in order, and some requests wait for the controller: with the quorum lost, DescribeQuorum holds
/// everything behind it for a minute. Only one broker is asked such things, so that this lane is one connection more for a cluster.
package enum Lane: Sendable, Hashable, CaseIterable {
  /// What a broker answers by itself.
  case fast
  /// What takes a broker longer.
  case slow
  /// What a broker asks the controller itself.
  case controller
  case canary
}
