/// What may explain a group's status.
package struct StatusCauses: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  @inlinable package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package static let noMembers = StatusCauses(rawValue: 1)
  package static let rebalancing = StatusCauses(rawValue: 2)
  package static let leaderlessPartition = StatusCauses(rawValue: 4)
  package static let unavailablePartition = StatusCauses(rawValue: 8)
  package static let hangingTransaction = StatusCauses(rawValue: 16)
  package static let brokerRestarted = StatusCauses(rawValue: 32)
  package static let outOfMemory = StatusCauses(rawValue: 64)
  package static let diskFull = StatusCauses(rawValue: 128)

  /// In a fixed order, for people.
  package var names: [String] {
    let all: [(StatusCauses, String)] = [
      (.noMembers, "no members"), (.rebalancing, "rebalancing"),
      (.leaderlessPartition, "leaderless partition"),
      (.unavailablePartition, "partition leader does not answer"),
      (.hangingTransaction, "hanging transaction"),
      (.brokerRestarted, "broker restarted"), (.outOfMemory, "broker out of memory"),
      (.diskFull, "disk full"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
