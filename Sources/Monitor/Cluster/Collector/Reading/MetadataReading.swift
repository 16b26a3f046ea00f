import Kafka
import Model

/// What one broker's metadata says, in our own values.
struct MetadataReading: Sendable {
  struct Broker: Sendable, Hashable {
    let id: NodeID
    let address: BrokerAddress?
    let host: String
    let port: Int
    let rack: String?
  }

  /// A broker may number partitions as it likes; rows for gaps beyond this are not made.
  private static let gapLimit = 10_000

  var clusterID: String?
  var controller: NodeID?
  var brokers: [Broker] = []
  /// Sorted by name.
  var topics: [TopicReading] = []
  var partitions = PartitionTable()

  init(_ response: MetadataResponse, selecting isSelected: (String) -> Bool) {
    clusterID = response.clusterID
    controller = response.controllerID?.rawValue
    brokers = response.brokers.map { broker in
      Broker(
        id: broker.nodeID.rawValue, address: BrokerAddress(broker.host, broker.port), host: broker.host,
        port: Int(broker.port), rack: broker.rack)
    }.sorted { $0.id < $1.id }
    var last: String?
    for topic in Self.usable(response) where topic.name != last {
      last = topic.name
      append(topic, isSelected)
    }
  }

  private static func usable(_ response: MetadataResponse) -> [MetadataResponse.Topic] {
    response.topics.filter { !($0.name ?? "").isEmpty && ($0.errorCode.isSuccess || !$0.partitions.isEmpty) }
      .sorted { ($0.name ?? "") < ($1.name ?? "") }
  }

  private mutating func append(_ topic: MetadataResponse.Topic, _ isSelected: (String) -> Bool) {
    let name = topic.name ?? ""
    let first = partitions.count
    // Filled anew for every partition: three arrays for each would be most of the work.
    var (replicas, inSync, offline): ([NodeID], [NodeID], [NodeID]) = ([], [], [])
    for partition in Self.inOrder(topic.partitions) {
      let missing = Int(partition.partitionIndex.rawValue) - (partitions.count - first)
      guard missing >= 0, missing <= Self.gapLimit else { continue }
      for _ in 0..<missing { appendUnknown() }
      Self.fill(&replicas, from: partition.replicaNodes)
      Self.fill(&inSync, from: partition.isrNodes)
      Self.fill(&offline, from: partition.offlineReplicas)
      partitions.append(
        leader: partition.leaderID?.rawValue, leaderEpoch: partition.leaderEpoch,
        replicas: replicas, inSync: inSync, offline: offline)
    }
    topics.append(
      TopicReading(
        name: name, id: topic.topicID.modelID, isInternal: topic.isInternal,
        partitions: first..<partitions.count, isSelected: isSelected(name)))
  }

  private static func fill(_ list: inout [NodeID], from brokers: [BrokerID]) {
    list.removeAll(keepingCapacity: true)
    for broker in brokers { list.append(broker.rawValue) }
  }

  private static func inOrder(
    _ partitions: [MetadataResponse.Topic.Partition]
  ) -> [MetadataResponse.Topic.Partition] {
    // Most brokers list them in order already, and sorting copies every one of them.
    let isSorted = partitions.indices.dropFirst().allSatisfy {
      partitions[$0 - 1].partitionIndex.rawValue <= partitions[$0].partitionIndex.rawValue
    }
    return isSorted ? partitions : partitions.sorted { $0.partitionIndex < $1.partitionIndex }
  }

  private mutating func appendUnknown() {
    partitions.append(leader: nil, leaderEpoch: nil, replicas: [], inSync: [], offline: [])
  }
}

extension BrokerAddress {
  /// Nil for what nobody can connect to.
  init?(_ host: String, _ port: Int32) {
    guard !host.isEmpty, let port = UInt16(exactly: port), port > 0 else { return nil }
    self.init(host: host, port: port)
  }
}

extension KafkaUUID {
  var modelID: TopicID? { TopicID(high: high, low: low) }
}
