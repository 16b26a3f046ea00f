import Kafka

/// A broker spreads its partitions over its directories by their numbers.
extension DescribeLogDirsRequest: SimulatedRequest {
  static var showsTime: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<DescribeLogDirsResponse> {
    let directories = cluster[node: question.broker]?.logDirs ?? []
    let names = topics?.map(\.topic) ?? cluster.topics.keys.sorted()
    var response = DescribeLogDirsResponse()
    response.results = directories.map(DescribeLogDirsResponse.Directory.init)
    for name in names {
      let asked = topics?.first { $0.topic == name }?.partitions
      let partitions = cluster.topics[name]?.partitions ?? []
      for (place, directory) in directories.enumerated() where directory.error.isSuccess {
        let kept = partitions.indices.filter { $0 % directories.count == place }.compactMap { index in
          let number = PartitionID(rawValue: Int32(index))
          return asked?.contains(number) ?? true
            ? DescribeLogDirsResponse.Directory.Topic.Partition(
              number, partitions[index], on: question.broker)
            : nil
        }
        guard !kept.isEmpty else { continue }
        response.results[place].topics.append(
          DescribeLogDirsResponse.Directory.Topic {
            $0.name = name
            $0.partitions = kept
          })
      }
    }
    return .reply(response)
  }

  static func put(_ error: ErrorCode, into response: inout DescribeLogDirsResponse) {
    response.errorCode = error
    response.results = []
  }
}

extension DescribeLogDirsResponse.Directory {
  fileprivate init(_ directory: SimulatedLogDir) {
    self.init()
    errorCode = directory.error
    logDir = directory.path
    totalBytes = directory.totalBytes
    usableBytes = directory.usableBytes
    isCordoned = directory.isCordoned
  }
}

extension DescribeLogDirsResponse.Directory.Topic.Partition {
  /// `nil` where the broker has no replica.
  fileprivate init?(_ index: PartitionID, _ partition: SimulatedPartition, on broker: BrokerID) {
    guard partition.replicas.contains(broker) else { return nil }
    self.init()
    partitionIndex = index
    partitionSize = partition.log.size
    offsetLag = partition.replicaLag[broker] ?? 0
  }
}
