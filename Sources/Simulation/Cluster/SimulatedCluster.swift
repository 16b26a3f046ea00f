package import Kafka

/// A Kafka cluster as a value: what its brokers would say, and what they would do with what clients send.
///
/// Nothing here knows of sockets. Change any of it at any time; `Simulation` makes it answer.
package struct SimulatedCluster: Sendable {
  package var id = "SimulatedClusterAAAAAA"
  /// The broker that Metadata names; with KRaft any, with ZooKeeper the real one.
  package var controller: BrokerID?
  /// By node id, in ascending order.
  package var nodes: [SimulatedNode] = []
  package var topics: [String: SimulatedTopic] = [:]
  package var groups: [String: SimulatedGroup] = [:]
  /// By transactional id.
  package var transactions: [String: SimulatedTransaction] = [:]
  /// `nil` with ZooKeeper and in Redpanda.
  package var quorum: SimulatedQuorum?
  /// False in clusters older than 2.8, and in Redpanda.
  package var hasTopicIDs = true
  package var autoCreatesTopics = false
  /// Settings that a topic has unless it overrides them.
  package var topicDefaults = [
    "cleanup.policy": "delete", "min.insync.replicas": "1", "retention.ms": "604800000",
    "retention.bytes": "-1",
  ]
  /// Finalized features and their levels, as in `metadata.version`; none with ZooKeeper.
  package var features: [String: Int16] = [:]
  /// When the workload was last brought up to date; `nil` before the first time.
  package internal(set) var clock: SimulatedClock?
  /// Counted up for names and ids that nobody chose.
  var nextIdentifier: UInt64 = 1

  package init() {}

  /// A KRaft cluster of combined nodes 1, 2, … with one rack each, and the topic in which groups are kept.
  package init(brokers count: Int, versions: VersionTable = .everything, groupPartitions: Int = 5) {
    nodes = (1...max(1, count)).map { SimulatedNode(BrokerID(rawValue: Int32($0)), versions: versions) }
    controller = nodes.first?.id
    features = ["metadata.version": 30, "kraft.version": 1, "group.version": 1, "transaction.version": 2]
    quorum = SimulatedQuorum(voters: nodes.map(\.id))
    addTopic("__consumer_offsets", partitions: groupPartitions, replication: count)
    topics["__consumer_offsets"]?.isInternal = true
  }
}

extension SimulatedCluster {
  package subscript(node id: BrokerID) -> SimulatedNode? {
    get { nodes.first { $0.id == id } }
    set {
      nodes.removeAll { $0.id == id }
      if let newValue { nodes.append(newValue) }
      nodes.sort { $0.id < $1.id }
    }
  }

  /// The partition, where there is such a one; setting it where there is none does nothing.
  package subscript(topic: String, partition: PartitionID) -> SimulatedPartition? {
    get {
      guard let partitions = topics[topic]?.partitions else { return nil }
      let index = Int(partition.rawValue)
      return partitions.indices.contains(index) ? partitions[index] : nil
    }
    set {
      let index = Int(partition.rawValue)
      guard let newValue, topics[topic]?.partitions.indices.contains(index) == true else { return }
      topics[topic]?.partitions[index] = newValue
    }
  }

  /// Changes a partition in place, without a copy of its log.
  mutating func change(
    _ topic: String, _ partition: PartitionID, _ change: (inout SimulatedPartition) -> Void
  ) {
    let index = Int(partition.rawValue)
    guard topics[topic]?.partitions.indices.contains(index) == true else { return }
    topics[topic]?.partitions[index].change(change)
  }

  func configuration(_ name: String, of topic: String) -> String? {
    topics[topic]?.configs[name] ?? topicDefaults[name]
  }

  /// Those that Metadata lists.
  var listedNodes: [SimulatedNode] { nodes.filter { $0.isBroker && !$0.isFenced } }

  /// A number that nobody has got before.
  mutating func newIdentifier() -> UInt64 {
    defer { nextIdentifier += 1 }
    return nextIdentifier
  }
}
