import Model

extension FixedClusters {
  /// The quorum is lost: the metadata goes on naming a leader and in-sync replicas, and nobody can believe it.
  static func frozen(_ now: Moment) -> ClusterSection {
    var reading = ClusterReading()
    reading.identity.kind = .kraft
    reading.brokers = [
      BrokerReading(id: 1, host: "k1", port: 9092, isLive: true, answers: true),
      BrokerReading(id: 2, host: "k2", port: 9092, isLive: true, answers: false),
      BrokerReading(id: 3),
    ]
    reading.quorum = .late
    reading.partitions.append(leader: 2, leaderEpoch: 0, replicas: [2, 1], inSync: [2, 1], offline: [])
    reading.partitions.logEnds = KnownColumn([33])
    reading.topics = [TopicReading(name: "t", id: nil, isInternal: false, partitions: 0..<1)]
    var verdict = ClusterVerdict()
    verdict.isFrozen = true
    verdict.controller = 1
    verdict.liveBrokers = 1
    verdict.brokers = [BrokerVerdict(id: 2)]
    verdict.brokers[0].leaders = 1
    verdict.troubles = [.unavailable]
    (verdict.offline, verdict.unavailable) = (0, 1)
    return section("frozen", reading, verdict, readAt: now)
  }

  /// Broker 2's own watcher: of `mine` and `shared` it leads a partition, of `theirs` none, and `nobody's` has no leader.
  static func sidecar(_ now: Moment) -> ClusterSection {
    var reading = ClusterReading()
    reading.scope = .broker(2)
    reading.brokers = [1, 2, 3].map { BrokerReading(id: $0, isLive: true) }
    for leader in [2, nil, 1, 2, 3] as [NodeID?] {
      reading.partitions.append(
        leader: leader, leaderEpoch: 0, replicas: [2, 1, 3], inSync: [1], offline: [])
    }
    reading.partitions.sizes = KnownColumn([10, 20, 30, 40, 50])
    reading.topics = [("mine", 0..<1), ("nobody's", 1..<2), ("shared", 2..<4), ("theirs", 4..<5)].map {
      TopicReading(name: $0.0, id: nil, isInternal: false, partitions: $0.1)
    }
    reading.partitions.unstable = KnownColumn([0, nil, 5, nil, 0])
    (reading.transactions, reading.transactionCoordinators) = ([], [2])
    var verdict = ClusterVerdict()
    verdict.isFrozen = false
    verdict.brokers = [1, 2, 3].map { BrokerVerdict(id: $0) }
    verdict.troubles = [
      .underReplicated, .offline, [.underReplicated, .hot], [], [.underReplicated, .unavailable],
    ]
    verdict.hangingTransactions = 0
    verdict.messagesIn = [TrafficCount(topic: 0, broker: 2, records: 5)]
    return section("sidecar", reading, verdict, readAt: now)
  }
}
