/// What was read of one group.
package struct GroupReading: Sendable, Hashable {
  package let name: String
  package var kind: GroupKind?
  package var protocolName: String?
  package var state: GroupState?
  package var coordinator: NodeID?
  /// Grows with every change of members or subscriptions, in groups that have one.
  package var epoch: Int32?
  /// Nil where nobody could describe the group.
  package var members: [GroupMember]?
  /// Rows of the `PositionTable`; nil where the coordinator did not say this time, and then what was known stands.
  package var positions: Range<Int>?
  /// The positions are those of an earlier cycle: the coordinator did not say this time, and they still stand.
  package var positionsAreCarried = false
  /// Commits for partitions that metadata does not list: of a deleted topic, or of one that is newer than the metadata.
  package var unmatchedCommits = 0

  package init(
    name: String, kind: GroupKind? = nil, protocolName: String? = nil, state: GroupState? = nil,
    coordinator: NodeID? = nil, epoch: Int32? = nil, members: [GroupMember]? = nil,
    positions: Range<Int>? = nil,
    unmatchedCommits: Int = 0
  ) {
    self.name = name
    self.kind = kind
    self.protocolName = protocolName
    self.state = state
    self.coordinator = coordinator
    self.epoch = epoch
    self.members = members
    self.positions = positions
    self.unmatchedCommits = unmatchedCommits
  }
}
