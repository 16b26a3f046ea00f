package import Kafka

/// What happens to a cluster when brokers come and go.
extension SimulatedCluster {
  /// Ends a broker's process. With a controller to notice it the broker is fenced, leaves every ISR and leads nothing any more; without
  /// one the metadata stays as it was.
  package mutating func stop(_ broker: BrokerID) {
    self[node: broker]?.isRunning = false
    loseFromQuorum(broker)
    guard hasController else { return }
    self[node: broker]?.isFenced = true
    if controller == broker { controller = listedNodes.first?.id }
    changePartitions { partition in
      guard partition.inSync != [broker] else {
        // The last one in sync stays so: nobody else may lead without losing records.
        if partition.leader == broker { partition.elect(nil) }
        return
      }
      partition.inSync.removeAll { $0 == broker }
      if partition.leader == broker {
        partition.elect(partition.replicas.first { partition.inSync.contains($0) })
      }
    }
  }

  /// Starts it again: it catches up with everything at once, and leads where nobody else could.
  package mutating func start(_ broker: BrokerID) {
    self[node: broker]?.isRunning = true
    if quorum?.leader == nil, quorumHasMajority { quorum?.leader = broker }
    guard hasController else { return }
    self[node: broker]?.isFenced = false
    if controller == nil { controller = broker }
    changePartitions { partition in
      guard partition.replicas.contains(broker) else { return }
      if !partition.inSync.contains(broker) { partition.inSync.append(broker) }
      if partition.leader == nil { partition.elect(broker) }
    }
  }

  /// Adds a node that is only a controller, as a voter of the quorum.
  package mutating func addController(_ id: BrokerID, versions: VersionTable = .everything) {
    var node = SimulatedNode(id, versions: versions.ofController)
    node.isBroker = false
    node.logDirs = []
    self[node: id] = node
    quorum?.voters.append(SimulatedQuorum.Replica(id))
  }

  private var hasController: Bool { quorum == nil || quorum?.leader != nil }

  private var quorumHasMajority: Bool {
    let voters = quorum?.voters.map(\.id) ?? []
    return voters.filter { self[node: $0]?.isRunning == true }.count * 2 > voters.count
  }

  /// Another voter takes over while more than half of them run.
  private mutating func loseFromQuorum(_ broker: BrokerID) {
    guard let old = quorum else { return }
    if !quorumHasMajority {
      quorum?.leader = nil
    } else if old.leader == broker {
      let next = old.voters.map(\.id).first { self[node: $0]?.isRunning == true }
      quorum?.leader = next
      quorum?.epoch += 1
    }
  }

  private mutating func changePartitions(_ change: (inout SimulatedPartition) -> Void) {
    for name in topics.keys.sorted() {
      for index in topics[name]?.partitions.indices ?? 0..<0 {
        topics[name]?.partitions[index].change(change)
      }
    }
  }
}

extension SimulatedPartition {
  mutating func change(_ change: (inout SimulatedPartition) -> Void) {
    change(&self)
  }

  package mutating func elect(_ broker: BrokerID?) {
    leader = broker
    leaderEpoch += 1
  }
}
