/// One transactional producer, as its coordinator lists it.
package struct TransactionReading: Sendable, Hashable {
  package enum State: String, Sendable, Hashable {
    case empty = "Empty"
    case ongoing = "Ongoing"
    case prepareCommit = "PrepareCommit"
    case prepareAbort = "PrepareAbort"
    case completeCommit = "CompleteCommit"
    case completeAbort = "CompleteAbort"
    case prepareEpochFence = "PrepareEpochFence"
    case dead = "Dead"
  }

  package let id: String
  package let state: State
  package var startedAt: Timestamp?
  package var timeout: Duration?
  package var coordinator: NodeID?

  package init(
    id: String, state: State, startedAt: Timestamp? = nil, timeout: Duration? = nil,
    coordinator: NodeID? = nil
  ) {
    self.id = id
    self.state = state
    self.startedAt = startedAt
    self.timeout = timeout
    self.coordinator = coordinator
  }
}
