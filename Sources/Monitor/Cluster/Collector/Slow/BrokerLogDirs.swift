import Kafka
import Model

/// What one broker says of its data directories.
struct BrokerLogDirs: Sendable {
  struct Copy: Sendable {
    let topic: String
    let partition: Int32
    let bytes: Int64
  }

  var directories: [LogDirReading] = []
  /// Its copies of partitions; the ones that are still being moved between directories are left out.
  var copies: [Copy] = []
  /// Records by which its copies trail their leaders, all together.
  var lag: Int64?

  /// Nil where the broker refuses; a broker of before 3.2 refuses with an empty list.
  init?(_ response: DescribeLogDirsResponse, broker: NodeID) {
    guard response.errorCode.isSuccess, !response.results.isEmpty else { return nil }
    for directory in response.results {
      // Redpanda lists its cloud storage as a directory.
      guard !directory.logDir.hasPrefix("remote://") else { continue }
      add(directory, broker)
    }
  }

  private mutating func add(_ directory: DescribeLogDirsResponse.Directory, _ broker: NodeID) {
    let isOnline = directory.errorCode.isSuccess
    var size: Int64 = 0
    copies.reserveCapacity(copies.count + directory.topics.reduce(0) { $0 + $1.partitions.count })
    for topic in directory.topics {
      for partition in topic.partitions {
        size = size.addingSaturated(max(0, partition.partitionSize))
        guard !partition.isFutureKey else { continue }
        if let behind = partition.offsetLag, behind >= 0 { lag = (lag ?? 0).addingSaturated(behind) }
        copies.append(
          Copy(
            topic: topic.name, partition: partition.partitionIndex.rawValue, bytes: partition.partitionSize))
      }
    }
    directories.append(
      LogDirReading(
        broker: broker, path: directory.logDir, isOnline: isOnline, sizeBytes: isOnline ? size : nil,
        totalBytes: directory.totalBytes.flatMap { $0 < 0 ? nil : $0 },
        usableBytes: directory.usableBytes.flatMap { $0 < 0 ? nil : $0 }))
  }
}
