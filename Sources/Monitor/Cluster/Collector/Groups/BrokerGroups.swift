import Model

/// Everything that one broker says of the groups that it coordinates.
struct BrokerGroups: Sendable {
  let broker: NodeID
  /// How long the list took; nil when there was none in time.
  var answeredAfter: Duration?
  /// False when the broker did not list them; then nothing is known of them, not even that there are none.
  var isListed = false
  /// Those that are asked for.
  var listed: [ListedGroup] = []
  var details: [String: GroupDetails] = [:]
  var commits: [String: GroupCommits] = [:]
  /// Their coordinator is moving or loading: another broker, or this one a little later, knows more.
  var unsettled: Set<String> = []

  init(broker: NodeID) {
    self.broker = broker
  }

  /// What a second question brought; it wins where it knows anything.
  mutating func update(with later: BrokerGroups) {
    let known = Set(listed.map(\.name))
    listed += later.listed.filter { !known.contains($0.name) }
    details.merge(later.details) { $1 }
    commits.merge(later.commits) { $1 }
    unsettled = unsettled.subtracting(later.listed.map(\.name)).union(later.unsettled)
  }
}
