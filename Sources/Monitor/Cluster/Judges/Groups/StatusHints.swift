package import Model

/// What other sections know of brokers that may explain a group's trouble; empty where nobody watches for it.
package struct StatusHints: Sendable, Hashable {
  package var restarted: Set<NodeID> = []
  package var outOfMemory: Set<NodeID> = []
  package var diskFull: Set<NodeID> = []

  package init() {}

  /// The causes that touch these brokers.
  package func causes(_ brokers: Set<NodeID>) -> StatusCauses {
    var causes: StatusCauses = []
    if !restarted.isDisjoint(with: brokers) { causes.insert(.brokerRestarted) }
    if !outOfMemory.isDisjoint(with: brokers) { causes.insert(.outOfMemory) }
    if !diskFull.isDisjoint(with: brokers) { causes.insert(.diskFull) }
    return causes
  }
}
