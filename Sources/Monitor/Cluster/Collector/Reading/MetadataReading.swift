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
    let inOrder = topic.partitions.sorted { $0.partitionIndex < $1.partitionIndex }
    for partition in inOrder {
      let missing = Int(partition.partitionIndex.rawValue) - (partitions.count - first)
      guard missing >= 0, missing <= Self.gapLimit else { continue }
      for _ in 0..<missing { appendUnknown() }
      partitions.append(
        leader: partition.leaderID?.rawValue, leaderEpoch: partition.leaderEpoch,
        replicas: partition.replicaNodes.lazy.map(\.rawValue),
        inSync: partition.isrNodes.lazy.map(\.rawValue),
        offline: partition.offlineReplicas.lazy.map(\.rawValue))
    }
    topics.append(
      TopicReading(
        name: name, id: topic.topicID.modelID, isInternal: topic.isInternal,
        partitions: first..<partitions.count, isSelected: isSelected(name)))
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
