/// What a group's coordinator says that the group is doing.
package enum GroupState: String, Sendable, Hashable, CaseIterable {
  case preparingRebalance = "PreparingRebalance"
  case completingRebalance = "CompletingRebalance"
  case assigning = "Assigning"
  case reconciling = "Reconciling"
  case notReady = "NotReady"
  case stable = "Stable"
  case empty = "Empty"
  case dead = "Dead"

  package var isRebalancing: Bool {
    switch self {
    case .preparingRebalance, .completingRebalance, .assigning, .reconciling: true
    case .notReady, .stable, .empty, .dead: false
    }
  }
}
