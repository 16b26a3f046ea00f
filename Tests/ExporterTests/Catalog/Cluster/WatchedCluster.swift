import Model

/// One small cluster, as a watcher of all of it and as each broker's own watcher see it.
///
/// Everything follows from four numbers: end offsets, commits, and who leads and who coordinates what.
struct WatchedCluster {
  static let brokers: [NodeID] = [1, 2, 3]
  /// Topic, leader of each partition, records that came in and bytes of each.
  private static let topics: [(name: String, leaders: [NodeID?], records: [UInt64], bytes: [Int64])] = [
    ("orders", [1, 2, 3, 1], [60, 120, 180, 240], [1000, 2000, 3000, 4000]),
    ("audit", [nil, 3], [0, 300], [0, 5000]),
  ]
  /// Group, coordinator, lag by row of the partition table, records taken out by topic.
  private static let groups: [(name: String, coordinator: NodeID, lags: [(Int32, Int64)], out: [UInt64])] = [
    ("billing", 1, [(0, 10), (1, 20), (2, 30), (3, 40)], [420, 0]),
    ("search", 3, [(1, 1), (5, 7)], [60, 120]),
    ("report", 3, [(2, 5)], [30, 0]),
  ]

  static func section(_ scope: ClusterScope, readAt: Moment) -> ClusterSection {
    var (reading, verdict) = (ClusterReading(), ClusterVerdict())
    reading.scope = scope
    reading.brokers = brokers.map { BrokerReading(id: $0, isLive: true, answers: true) }
    verdict.isFrozen = false
    verdict.brokers = brokers.map { id in
      var broker = BrokerVerdict(id: id)
      (broker.underReplicated, broker.underMinimum) = (Int(id), id == 2 ? 4 : 0)
      return broker
    }
    (verdict.offline, verdict.unavailable) = (1, 2)
    for index in topics.indices { add(topic: index, &reading, &verdict) }
    for index in groups.indices where scope.includes(groups[index].coordinator) {
      add(group: index, &reading, &verdict)
    }
    verdict.messagesOut = messagesOut(scope)
    return FixedClusters.section("main", reading, verdict, readAt: readAt)
  }

  private static func add(topic index: Int, _ reading: inout ClusterReading, _ verdict: inout ClusterVerdict)
  {
    let topic = topics[index]
    let first = reading.partitions.count
    var records: [NodeID: UInt64] = [:]
    for (place, leader) in topic.leaders.enumerated() {
      reading.partitions.append(leader: leader, leaderEpoch: 0, replicas: brokers, inSync: [1], offline: [])
      reading.partitions.sizes[first + place] = leader == nil ? nil : topic.bytes[place]
      guard let leader, reading.scope.includes(leader) else { continue }
      records[leader, default: 0] += topic.records[place]
    }
    reading.topics.append(
      TopicReading(
        name: topic.name, id: nil, isInternal: false, partitions: first..<reading.partitions.count))
    verdict.messagesIn += brokers.compactMap { broker in
      records[broker].map { TrafficCount(topic: index, broker: broker, records: $0) }
    }
  }

  private static func add(group index: Int, _ reading: inout ClusterReading, _ verdict: inout ClusterVerdict)
  {
    let group = groups[index]
    let positions = reading.positions.append(group.lags.map { GroupPosition(partition: $0.0, offset: 1) })
    reading.groups.append(
      GroupReading(name: group.name, coordinator: group.coordinator, positions: positions))
    let firstTopic = verdict.groupTopics.count
    for (topic, rows) in [0..<4, 4..<6].enumerated() {
      let lags = group.lags.filter { rows.contains(Int($0.0)) }
      guard !lags.isEmpty else { continue }
      var judged = GroupTopicVerdict(topic: topic)
      judged.lag = lags.reduce(0) { $0 + $1.1 }
      judged.lagSeconds = Double(judged.lag ?? 0) / 2
      verdict.groupTopics.append(judged)
    }
    var judged = GroupVerdict()
    judged.topics = firstTopic..<verdict.groupTopics.count
    verdict.groups.append(judged)
    for lag in group.lags { verdict.lags.lags.append(lag.1) }
  }

  private static func messagesOut(_ scope: ClusterScope) -> [TrafficCount] {
    topics.indices.flatMap { topic in
      brokers.filter(scope.includes).compactMap { broker in
        let out = groups.filter { $0.coordinator == broker }.map { $0.out[topic] }
        return out.isEmpty ? nil : TrafficCount(topic: topic, broker: broker, records: out.reduce(0, +))
      }
    }
  }
}
