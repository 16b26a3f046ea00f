/// Which request it is.
package enum APIKey: Int16, Sendable, CaseIterable {
  case produce = 0
  case fetch = 1
  case listOffsets = 2
  case metadata = 3
  case offsetCommit = 8
  case offsetFetch = 9
  case findCoordinator = 10
  case joinGroup = 11
  case heartbeat = 12
  case leaveGroup = 13
  case syncGroup = 14
  case describeGroups = 15
  case listGroups = 16
  case saslHandshake = 17
  case apiVersions = 18
  case createTopics = 19
  case deleteTopics = 20
  case initProducerId = 22
  case describeConfigs = 32
  case describeLogDirs = 35
  case saslAuthenticate = 36
  case listPartitionReassignments = 46
  case describeQuorum = 55
  case describeCluster = 60
  case describeProducers = 61
  case describeTransactions = 65
  case listTransactions = 66
  case consumerGroupDescribe = 69
  case describeTopicPartitions = 75
  case shareGroupDescribe = 77
  case streamsGroupDescribe = 89
  case describeShareGroupOffsets = 90
}

extension APIKey {
  /// Kafka's own name, such as `DescribeLogDirs`.
  package var name: String {
    let name = "\(self)"
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
