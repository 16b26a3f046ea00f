import FoundationEssentials

/// What `log-dirs --describe` prints: a line of JSON among others.
struct LogDirectories: Decodable {
  struct Broker: Decodable {
    let broker: Int
    let logDirs: [Directory]
  }

  struct Directory: Decodable {
    let logDir: String
    let partitions: [Copy]
  }

  struct Copy: Decodable {
    let partition: String
    let size: Int
  }

  let brokers: [Broker]

  init(_ text: String) throws {
    let line = text.split(separator: "\n").first { $0.hasPrefix("{") } ?? ""
    self = try JSONDecoder().decode(LogDirectories.self, from: Data(line.utf8))
  }

  /// The size of each directory, by broker and path.
  var sizes: [String: Int] {
    var sizes: [String: Int] = [:]
    for broker in brokers {
      for directory in broker.logDirs {
        sizes["\(broker.broker) \(directory.logDir)"] = directory.partitions.reduce(0) { $0 + $1.size }
      }
    }
    return sizes
  }

  /// The size of this partition's copy on one broker.
  func size(of partition: TopicPartition, on id: Int) -> Int? {
    brokers.first { $0.broker == id }?.logDirs.lazy.flatMap(\.partitions)
      .first { $0.partition == partition.description }?.size
  }
}
