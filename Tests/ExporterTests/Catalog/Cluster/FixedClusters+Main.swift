import Model

extension FixedClusters {
  /// Three brokers, one of them down; a partition without a leader; a topic that was created again under its name; groups
  /// of all four kinds.
  static func main(_ now: Moment) -> ClusterSection {
    var main = section("main", mainReading, mainVerdict, readAt: now)
    var probe = Histogram(bounds: [0.005, 0.05])
    for seconds in [0.00390625, 0.03125] { probe.observe(seconds) }
    main.probes = [1: probe]
    main.certificates = [
      ListenerCertificate(broker: 1, listener: "kafka-1:9093", expiry: Timestamp(seconds: 1_800_000_000))
    ]
    main.apiSupport = [1: ["DescribeQuorum": true, "ShareGroupDescribe": false]]
    main.unread = [
      UnreadPart(part: "committed_offsets", reason: "timeout", count: 2),
      UnreadPart(part: "log_dirs", reason: "CLUSTER_AUTHORIZATION_FAILED"),
    ]
    var canary = CanaryReading()
    canary.produce = Histogram(bounds: [0.5])
    canary.produce.observe(0.25)
    canary.fetch = Histogram(bounds: [0.5])
    canary.endToEnd = Histogram(bounds: [0.5])
    canary.endToEnd.observe(2)
    (canary.produced, canary.consumed, canary.lost) = (10, 8, 1)
    canary.errors = ["timeout": 3, "NOT_LEADER_OR_FOLLOWER": 1]
    main.canary = [2: canary]
    return main
  }

  private static var mainReading: ClusterReading {
    var reading = ClusterReading()
    reading.identity = ClusterIdentity(id: "5L6g3nShT-eMCtK--X86sw", kind: .kraft, version: "4.3")
    reading.brokers = mainBrokers
    reading.quorum = .described(quorum)
    addTopics(to: &reading)
    var reassignment = ReassignmentReading(partition: 1, adding: [3], removing: [1])
    reassignment.remainingBytes = 4096
    reading.reassignments = [reassignment]
    reading.logDirs = [
      LogDirReading(
        broker: 1, path: "/data/a", isOnline: true, sizeBytes: 3000, totalBytes: 1_000_000,
        usableBytes: 400_000),
      LogDirReading(broker: 1, path: "/data/b", isOnline: false),
    ]
    reading.transactions = [
      TransactionReading(id: "t1", state: .ongoing, coordinator: 2),
      TransactionReading(id: "t2", state: .completeCommit, coordinator: 2),
      TransactionReading(id: "t3", state: .ongoing),
    ]
    // Broker 3 is down and says nothing.
    reading.transactionCoordinators = [1, 2]
    addGroups(to: &reading)
    return reading
  }

  private static var mainBrokers: [BrokerReading] {
    var brokers = [
      BrokerReading(
        id: 1, host: "kafka-1", port: 9092, rack: "a", version: "4.3", isRegistered: true, isFenced: false,
        isLive: true, answers: true),
      BrokerReading(id: 2, host: "kafka-2", port: 9092, isFenced: false, isLive: true, answers: true),
      BrokerReading(id: 3, isFenced: true, isLive: false, answers: false),
    ]
    brokers[1].replicaLag = 7
    return brokers
  }

  private static var quorum: QuorumReading {
    let caughtUp = Timestamp(nanoseconds: 1_699_999_999_250_000_000)
    return QuorumReading(
      leader: 100, epoch: 12, highWatermark: 5000,
      replicas: [
        QuorumReplica(id: 100, role: .voter, logEnd: 5001, lastCaughtUp: caughtUp),
        QuorumReplica(id: 101, role: .voter, logEnd: 4998),
        QuorumReplica(id: 1, role: .observer, logEnd: 5002),
      ])
  }

  /// Rows: 0 the internal topic, 1 to 3 orders (the last one without a leader), 4 the topic with an awkward name.
  private static func addTopics(to reading: inout ClusterReading) {
    reading.partitions.append(leader: 1, leaderEpoch: 0, replicas: [1], inSync: [1], offline: [])
    reading.partitions.append(leader: 1, leaderEpoch: 4, replicas: [1, 2, 3], inSync: [1, 2], offline: [3])
    reading.partitions.append(leader: 2, leaderEpoch: 1, replicas: [2, 1], inSync: [2], offline: [])
    reading.partitions.append(leader: nil, leaderEpoch: 9, replicas: [3, 2], inSync: [3], offline: [3])
    reading.partitions.append(leader: 2, leaderEpoch: 0, replicas: [2, 1], inSync: [2, 1], offline: [])
    reading.partitions.logStarts = KnownColumn([0, 100, 0, nil, 0])
    reading.partitions.logEnds = KnownColumn([50, 1100, 2000, nil, 10])
    reading.partitions.lastStables = KnownColumn([nil, 1090, 2000, nil, nil])
    reading.partitions.unstable = KnownColumn([nil, 10, 0, nil, nil])
    reading.partitions.sizes = KnownColumn([512, 100_000, 200_000, nil, nil])
    var orders = TopicSettings()
    (orders.minimumInSync, orders.retentionTime) = (2, .limit(604_800_500))
    (orders.deletes, orders.compacts) = (true, false)
    var compacted = TopicSettings()
    (compacted.retentionTime, compacted.deletes, compacted.compacts) = (.unlimited, true, true)
    reading.topics = [
      TopicReading(name: "__consumer_offsets", id: nil, isInternal: true, partitions: 0..<1),
      TopicReading(
        name: "orders", id: TopicID(high: 0, low: 1), isInternal: false, partitions: 1..<4, settings: orders),
      TopicReading(
        name: "\"re\\created\"\n", id: TopicID(high: .max, low: .max), isInternal: false, partitions: 4..<5,
        settings: compacted),
    ]
  }

  private static func addGroups(to reading: inout ClusterReading) {
    let classic = reading.positions.append([
      GroupPosition(partition: 1, offset: 1000), GroupPosition(partition: 2, offset: 2000),
      GroupPosition(partition: 3, offset: 77), GroupPosition(partition: 4, offset: 15),
    ])
    let share = reading.positions.append([GroupPosition(partition: 4, offset: 3, reportedLag: 7)])
    reading.groups = [
      GroupReading(
        name: "billing", kind: .classic, protocolName: "range", state: .stable, coordinator: 1,
        members: [
          GroupMember(id: "m-1", client: "c", host: "/10.0.0.1", assigned: [1, 4]),
          GroupMember(id: "m-2", client: "c", host: "/10.0.0.2", assigned: []),
        ], positions: classic),
      GroupReading(
        name: "next", kind: .consumer, protocolName: "uniform", state: .empty, coordinator: 2, epoch: 3,
        members: [], positions: 4..<4),
      GroupReading(
        name: "queue", kind: .share, protocolName: "simple", state: .stable, coordinator: 2,
        positions: share),
      GroupReading(name: "rivers", kind: .streams, state: .notReady),
    ]
  }
}
