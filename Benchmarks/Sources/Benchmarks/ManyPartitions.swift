import Exporter
import Model

/// A world with one large Kafka cluster, every number of which changes with each round.
struct ManyPartitions {
  let topics: Int
  let partitionsPerTopic: Int
  let groups: Int
  let partitionsPerGroup: Int
  let granularity: Granularity
  let store = WorldStore(time: SystemTime())

  func change(_ round: Int) {
    let (reading, verdict) = cluster(Int64(round))
    let section = ClusterSection(
      name: "production", reading: reading, verdict: verdict, readAt: SystemTime().now(),
      staleAfter: .seconds(600))
    store.replace(\.clusters, with: ClustersSection(clusters: [section]), staleAfter: .seconds(600))
  }

  private func cluster(_ round: Int64) -> (ClusterReading, ClusterVerdict) {
    var (reading, verdict) = (ClusterReading(), ClusterVerdict())
    reading.brokers = [1, 2, 3].map { BrokerReading(id: $0, isLive: true, answers: true) }
    verdict.isFrozen = false
    verdict.brokers = reading.brokers.map { BrokerVerdict(id: $0.id) }
    verdict.budget = SeriesBudget(granularity: granularity, wanted: 0, limit: 0, fellBack: false)
    for topic in 0..<topics { add(topic, round, to: &reading, &verdict) }
    verdict.troubles = Array(repeating: [], count: reading.partitions.count)
    for group in 0..<groups { add(group: group, round, to: &reading, &verdict) }
    return (reading, verdict)
  }

  private func add(
    _ topic: Int, _ round: Int64, to reading: inout ClusterReading, _ verdict: inout ClusterVerdict
  ) {
    let first = reading.partitions.count
    for row in first..<(first + partitionsPerTopic) {
      let leader = NodeID(row % 3 + 1)
      reading.partitions.append(
        leader: leader, leaderEpoch: 3, replicas: [leader, leader % 3 + 1], inSync: [leader, leader % 3 + 1],
        offline: [])
      let end = 1_000_000_007 + round * 7919 + Int64(row) * 104_729
      reading.partitions.logStarts.append(end / 2)
      reading.partitions.logEnds.append(end)
      reading.partitions.sizes.append(end * 113)
    }
    var settings = TopicSettings()
    (settings.minimumInSync, settings.retentionTime) = (1, .limit(604_800_000))
    (settings.deletes, settings.compacts) = (true, false)
    reading.topics.append(
      TopicReading(
        name: "orders.region-\(topic % 7).entity-\(topic)", id: TopicID(high: 1, low: UInt64(topic)),
        isInternal: false, partitions: first..<reading.partitions.count, settings: settings))
    for broker in reading.brokers {
      let records = UInt64(round) * 1_000_003 + UInt64(topic)
      verdict.messagesIn.append(TrafficCount(topic: topic, broker: broker.id, records: records))
      verdict.messagesOut.append(TrafficCount(topic: topic, broker: broker.id, records: records))
    }
  }

  /// A group consumes as many partitions of one topic after the other.
  private func add(
    group: Int, _ round: Int64, to reading: inout ClusterReading, _ verdict: inout ClusterVerdict
  ) {
    let first = group * partitionsPerGroup % reading.partitions.count
    let rows = (first..<(first + partitionsPerGroup)).map { $0 % reading.partitions.count }.sorted()
    let positions = reading.positions.append(
      rows.map { GroupPosition(partition: Int32($0), offset: 900_000_000 + round * 31 + Int64($0)) })
    for position in positions {
      verdict.lags.lags.append(Int64(position) * 37 + round)
      verdict.lags.ages.append(Int64(position) * 3 + round)
    }
    reading.groups.append(
      GroupReading(
        name: "consumer-of-entity-\(group)", kind: .classic, protocolName: "range", state: .stable,
        coordinator: 1, members: [], positions: positions))
    let firstTopic = verdict.groupTopics.count
    for topic in Set(rows.map { $0 / partitionsPerTopic }).sorted() {
      var judged = GroupTopicVerdict(topic: topic)
      (judged.lag, judged.lagSeconds, judged.lagVelocity) = (round * 99_991, Double(round) * 1.5, 0.3)
      judged.lastCommit = SystemTime().now().wall
      verdict.groupTopics.append(judged)
    }
    var judged = GroupVerdict()
    (judged.status, judged.members, judged.topics) = (.ok, 3, firstTopic..<verdict.groupTopics.count)
    verdict.groups.append(judged)
  }
}
