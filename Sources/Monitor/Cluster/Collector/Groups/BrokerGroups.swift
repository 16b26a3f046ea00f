import Model

/// Everything that one broker says of the groups that it coordinates.
struct BrokerGroups: Sendable {
  let broker: NodeID
  /// How long the list took; nil when there was none in time.
  var answeredAfter: Duration?
  /// False when the broker did not list them; then nothing is known of them, not even that there are none.
  var isListed = false
  /// The coordinator is not ready to say which groups there are.
  var isLoading = false
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
    isListed = isListed || later.isListed
    let known = Set(listed.map(\.name))
    listed += later.listed.filter { !known.contains($0.name) }
    details.merge(later.details) { $1 }
    commits.merge(later.commits) { $1 }
    unsettled = unsettled.subtracting(later.listed.map(\.name)).union(later.unsettled)
  }

  /// Leaves out what the second list does not have any more of the groups that it was asked for.
  mutating func drop(_ asked: Set<String>, missingIn later: BrokerGroups) {
    guard later.isListed else { return }
    let gone = asked.subtracting(later.listed.map(\.name))
    listed.removeAll { gone.contains($0.name) }
  }
}
