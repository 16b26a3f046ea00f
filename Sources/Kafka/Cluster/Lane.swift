/// Which of a broker's connections to use.
///
/// A broker answers one connection in order, and some requests wait for the controller: with the quorum lost, DescribeQuorum holds
/// everything behind it for a minute.
package enum Lane: Sendable, Hashable, CaseIterable {
  /// What a broker answers by itself.
  case fast
  /// What may wait for somebody else.
  case slow
  case canary
}
