import Model

/// What one broker answered to the first questions of a cycle.
struct BrokerAnswer: Sendable {
  let broker: NodeID
  /// Nil when it gave no answer in time.
  let duration: Duration?
  let profile: BrokerProfile?
  /// Nil where its groups are nobody's business here.
  let groups: BrokerGroups?
}
