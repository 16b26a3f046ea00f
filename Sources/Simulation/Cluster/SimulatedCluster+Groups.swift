package import Kafka
package import Model

extension SimulatedCluster {
  /// Makes a stable group with one member that owns all partitions of a topic, and has committed their ends.
  package mutating func addGroup(
    _ id: String, _ kind: GroupKind = .classic, reading topic: String, consumeRate: Double = 0
  ) {
    let partitions = topics[topic]?.partitions ?? []
    let numbers = partitions.indices.map { PartitionID(rawValue: Int32($0)) }
    var group = groups[id] ?? SimulatedGroup(kind)
    group.state = .stable
    group.epoch = max(group.epoch, 1)
    group.assignmentEpoch = group.epoch
    group.members = [SimulatedMember("\(id)-member-1", assigned: [topic: numbers])]
    group.commits[topic] = Dictionary(
      uniqueKeysWithValues: zip(numbers, partitions).map {
        ($0, SimulatedCommit($1.log.end))
      })
    group.consumeRates[topic] = consumeRate
    groups[id] = group
  }

  /// Sets what a group has committed; it is made if there is none.
  package mutating func commit(_ offset: Int64, by group: String, in topic: String, _ partition: PartitionID)
  {
    var commit = groups[group]?.commits[topic]?[partition] ?? SimulatedCommit(offset)
    commit.offset = offset
    groups[group, default: SimulatedGroup()].commits[topic, default: [:]][partition] = commit
  }

  /// Why a broker does not answer a question about the group.
  func obstacle(_ group: String, at broker: BrokerID) -> ErrorCode? {
    guard coordinator(of: group) == broker else { return .notCoordinator }
    guard let error = groups[group]?.error, !error.isSuccess else { return nil }
    return error
  }

  /// The broker that keeps the group.
  package func coordinator(of group: String) -> BrokerID? {
    if let chosen = groups[group]?.coordinator { return chosen }
    let partitions = topics["__consumer_offsets"]?.partitions ?? []
    guard let index = CoordinatorPartition.index(of: group, partitionCount: Int32(partitions.count)) else {
      return listedNodes.first?.id
    }
    return partitions[Int(index.rawValue)].leader
  }

  func coordinator(ofTransaction id: String) -> BrokerID? { transactions[id]?.coordinator ?? controller }
}
