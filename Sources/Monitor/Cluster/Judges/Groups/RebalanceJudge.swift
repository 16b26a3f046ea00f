import Model

/// Counts a group's rebalances as far as readings show them.
struct RebalanceJudge: Sendable {
  private var wasRebalancing = false
  private var epoch: Int32?
  private var members: Int?
  private(set) var count: UInt64 = 0

  /// One for every start of a rebalance that is seen; where one came and went between readings, its epoch or its members tell.
  mutating func judge(_ group: GroupReading) -> UInt64 {
    let isRebalancing = group.state?.isRebalancing ?? wasRebalancing
    let members = group.members.map { Set($0.map(\.id)).hashValue }
    let epochGrew = group.epoch.flatMap { new in epoch.map { new > $0 } } ?? false
    let membersChanged = members.flatMap { new in self.members.map { new != $0 } } ?? false
    // A rebalance that goes on changes members and epoch too; it is counted once, when it starts.
    if !wasRebalancing, isRebalancing || epochGrew || membersChanged { count += 1 }
    (wasRebalancing, epoch, self.members) = (isRebalancing, group.epoch ?? epoch, members ?? self.members)
    return count
  }
}
