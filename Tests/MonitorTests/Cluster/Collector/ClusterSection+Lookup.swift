import Model

/// What tests look up by name.
extension ClusterSection {
  func topic(_ name: String) -> TopicReading? { reading.topics.first { $0.name == name } }

  func group(_ name: String) -> GroupReading? { reading.groups.first { $0.name == name } }

  func broker(_ id: NodeID) -> BrokerReading? { reading.brokers.first { $0.id == id } }

  func leaders(of topic: String) -> [NodeID?] {
    (self.topic(topic)?.partitions ?? 0..<0).map { reading.partitions.leader(of: $0) }
  }

  func ends(of topic: String) -> [Int64?] {
    (self.topic(topic)?.partitions ?? 0..<0).map { reading.partitions.logEnds[$0] }
  }

  func starts(of topic: String) -> [Int64?] {
    (self.topic(topic)?.partitions ?? 0..<0).map { reading.partitions.logStarts[$0] }
  }

  /// Nil where the group is unknown or nobody knows where it stands.
  func offsets(of group: String) -> [Int64]? {
    self.group(group)?.positions?.map { reading.positions.offsets[$0] }
  }

  func lags(of group: String) -> [Int64?]? {
    self.group(group)?.positions?.map { verdict.lags.lags[$0] }
  }

  func unreadCount(_ part: String, _ reason: String? = nil) -> Int {
    unread.filter { $0.part == part && (reason ?? $0.reason) == $0.reason }.reduce(0) { $0 + $1.count }
  }
}
