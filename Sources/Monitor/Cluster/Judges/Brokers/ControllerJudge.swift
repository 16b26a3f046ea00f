package import Model

/// Who controls the cluster, and how often that changed.
package struct ControllerJudge: Sendable {
  private var last: (broker: NodeID, epoch: Int32?)?
  private var changes: UInt64 = 0

  package init() {}

  package mutating func judge(_ reading: ClusterReading, isFrozen: Bool) -> (
    controller: NodeID?, changes: UInt64
  ) {
    let current = isFrozen ? nil : Self.controller(reading)
    if let current, let last {
      let wasReelected = current.epoch.flatMap { new in last.epoch.map { new > $0 } } ?? false
      if current.broker != last.broker || wasReelected { changes += 1 }
    }
    last = current ?? last
    return (current?.broker, changes)
  }

  /// In KRaft the controller that metadata names is a broker picked at random.
  private static func controller(_ reading: ClusterReading) -> (broker: NodeID, epoch: Int32?)? {
    if case .described(let quorum) = reading.quorum { return (quorum.leader, quorum.epoch) }
    switch reading.identity.kind {
    case .zookeeper, .redpanda, .other: return reading.controller.flatMap { $0 < 0 ? nil : ($0, nil) }
    case .kraft, nil: return nil
    }
  }
}
