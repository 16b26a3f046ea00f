import Kafka
import Model

/// What leaders answered to one round of questions for offsets.
struct OffsetAnswers: Sendable {
  /// Row of the partition table and offset.
  var offsets: [(row: Int, offset: Int64)] = []
  /// Rows without a record of the time asked for, or of any later one.
  var withoutRecord: [Int] = []
  /// Rows whose leader is another one by now.
  var moved: [Int] = []
  /// How many rows were refused, by code.
  var refused: [ErrorCode: Int] = [:]

  mutating func add(_ response: ListOffsetsResponse, _ index: TopicIndex) {
    // Once: room for exactly what each topic adds would copy everything before it, topic by topic.
    offsets.reserveCapacity(offsets.count + response.topics.reduce(0) { $0 + $1.partitions.count })
    for topic in response.topics {
      guard let rows = index[topic.name]?.partitions else { continue }
      for partition in topic.partitions {
        let number = Int(partition.partitionIndex.rawValue)
        guard number >= 0, number < rows.count else { continue }
        if partition.errorCode.isSuccess {
          if let offset = partition.offset, offset >= 0 {
            offsets.append((rows.lowerBound + number, offset))
          } else {
            withoutRecord.append(rows.lowerBound + number)
          }
        } else {
          refused[partition.errorCode, default: 0] += 1
          if partition.errorCode.isAboutLeader { moved.append(rows.lowerBound + number) }
        }
      }
    }
  }

  mutating func add(_ other: OffsetAnswers) {
    offsets += other.offsets
    withoutRecord += other.withoutRecord
    moved += other.moved
    refused.merge(other.refused, uniquingKeysWith: +)
  }
}

extension ErrorCode {
  /// Newer metadata may know better whom to ask.
  var isAboutLeader: Bool {
    switch self {
    case .notLeaderOrFollower, .fencedLeaderEpoch, .unknownLeaderEpoch, .leaderNotAvailable: true
    default: false
    }
  }
}
