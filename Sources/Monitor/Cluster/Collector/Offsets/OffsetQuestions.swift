import Kafka
import Model

/// Builds one ListOffsets request per leader; no partition is in one twice, which brokers refuse.
struct OffsetQuestions {
  static let latest: Int64 = -1
  static let earliest: Int64 = -2

  /// By leader. `isWanted` decides row by row.
  static func requests(
    _ topics: [TopicReading], _ partitions: PartitionTable, timestamp: Int64, isolation: Int8 = 0,
    isWanted: (Int, TopicReading) -> Bool
  ) -> [NodeID: ListOffsetsRequest] {
    let slots = BrokerSlots((0..<partitions.count).lazy.compactMap { partitions.leader(of: $0) })
    var requests = slots.brokers.map { _ in
      ListOffsetsRequest { $0.isolationLevel = isolation }
    }
    for topic in topics {
      var parts: [[ListOffsetsRequest.Topic.Partition]] = Array(repeating: [], count: requests.count)
      for row in topic.partitions where isWanted(row, topic) {
        guard let slot = partitions.leader(of: row).flatMap({ slots[$0] }) else { continue }
        parts[slot].append(
          .init {
            $0.partitionIndex = PartitionID(rawValue: Int32(row - topic.partitions.lowerBound))
            $0.timestamp = timestamp
          })
      }
      for slot in parts.indices where !parts[slot].isEmpty {
        requests[slot].topics.append(
          .init {
            $0.name = topic.name
            $0.partitions = parts[slot]
          })
      }
    }
    return Dictionary(
      zip(slots.brokers, requests).filter { !$0.1.topics.isEmpty }, uniquingKeysWith: { first, _ in first })
  }
}
