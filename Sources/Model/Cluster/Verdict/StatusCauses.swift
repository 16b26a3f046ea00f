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

  /// Each with its word for programs and its words for people, in a fixed order.
  private static let all: [(cause: StatusCauses, label: String, name: String)] = [
    (.noMembers, "no_members", "no members"), (.rebalancing, "rebalancing", "rebalancing"),
    (.leaderlessPartition, "leaderless_partition", "leaderless partition"),
    (.unavailablePartition, "unavailable_partition", "partition leader does not answer"),
    (.hangingTransaction, "hanging_transaction", "hanging transaction"),
    (.brokerRestarted, "broker_restarted", "broker restarted"),
    (.outOfMemory, "out_of_memory", "broker out of memory"), (.diskFull, "disk_full", "disk full"),
  ]

  /// In a fixed order, for people.
  package var names: [String] {
    Self.all.filter { contains($0.cause) }.map(\.name)
  }

  /// In the same order, for programs.
  package var labels: [String] {
    Self.all.filter { contains($0.cause) }.map(\.label)
  }
}
