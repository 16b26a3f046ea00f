import Kafka
import Model

extension ClusterWatch {
  /// Everything that is known now as one reading.
  func assemble(
    _ metadata: MetadataReading, _ index: TopicIndex,
    _ groups: (groups: [GroupReading], positions: PositionTable), _ answers: [BrokerAnswer],
    _ quorum: QuorumAnswer?
  ) -> ClusterReading {
    slow.forget(in: cycle, topics: index)
    var reading = ClusterReading()
    reading.scope = known.paired.map { .broker($0.id) } ?? .cluster
    reading.identity = described(identity, metadata)
    reading.brokers = brokers(metadata, answers)
    reading.controller = metadata.controller
    reading.topics = metadata.topics.map { topic in
      var topic = topic
      topic.settings = slow.settings[topic.name]?.value
      return topic
    }
    reading.partitions = partitions(metadata, index)
    reading.reassignments = reassignments(index)
    reading.quorum = quorum
    if !slow.logDirs.isEmpty {
      reading.logDirs = slow.logDirs.sorted { $0.key < $1.key }.flatMap(\.value.value.directories)
    }
    if !slow.transactions.isEmpty {
      reading.transactions = slow.transactions.sorted { $0.key < $1.key }.flatMap(\.value.value)
    }
    (reading.groups, reading.positions) = groups
    return reading
  }

  private func described(_ identity: ClusterIdentity, _ metadata: MetadataReading) -> ClusterIdentity {
    var identity = identity
    let profiles = metadata.brokers.compactMap { self.profiles[$0.id] }
    if identity.kind == .kraft || identity.kind == .zookeeper {
      let releases = Set(profiles.compactMap { BrokerRelease.ofKafka($0.response) })
      // In a rolling upgrade there is no version of the cluster.
      identity.version = releases.count == 1 ? releases.first : nil
    }
    identity.electsEligibleReplicas = profiles.compactMap(\.electsEligibleReplicas).first
    return identity
  }

  private func brokers(_ metadata: MetadataReading, _ answers: [BrokerAnswer]) -> [BrokerReading] {
    var replicas: Set<NodeID> = []
    for row in 0..<metadata.partitions.count {
      for replica in metadata.partitions.replicas[row] { replicas.insert(replica) }
    }
    let isKafka = identity.kind == .kraft || identity.kind == .zookeeper
    var brokers = BrokerList.make(
      known, registrations: slow.registrations?.value, replicas: replicas,
      answers: Dictionary(
        answers.map { ($0.broker, $0.duration != nil) }, uniquingKeysWith: { first, _ in first }),
      profiles: profiles, isKafka: isKafka)
    for position in brokers.indices {
      brokers[position].replicaLag = slow.logDirs[brokers[position].id]?.value.lag
    }
    return brokers
  }

  private func partitions(_ metadata: MetadataReading, _ index: TopicIndex) -> PartitionTable {
    var table = metadata.partitions
    table.logEnds = ends.known(in: cycle, notOlderThan: limit)
    table.freshEnds = ends.fresh(in: cycle)
    table.logStarts = slow.logStarts.known(in: cycle, notOlderThan: slow.limit)
    table.lastStables = slow.stables.known(in: cycle, notOlderThan: slow.limit)
    table.unstable = slow.unstable.known(in: cycle, notOlderThan: slow.limit)
    guard !slow.logDirs.isEmpty else { return table }
    var sizes = KnownColumn(unknown: table.count)
    for (broker, dirs) in slow.logDirs {
      for copy in dirs.value.copies {
        guard let row = index.row(copy.partition, of: copy.topic), table.leader(of: row) == broker else {
          continue
        }
        sizes[row] = copy.bytes
      }
    }
    table.sizes = sizes
    return table
  }

  private func reassignments(_ index: TopicIndex) -> [ReassignmentReading]? {
    slow.reassignments?.value.compactMap { moving in
      guard let row = index.row(moving.partition, of: moving.topic) else { return nil }
      var reading = ReassignmentReading(partition: row, adding: moving.adding, removing: moving.removing)
      reading.remainingBytes = remaining(moving)
      return reading
    }
  }

  /// What the adding replicas lack of the leader's copy; nil where one of them does not say.
  private func remaining(_ moving: MovingPartition) -> Int64? {
    let sizes = slow.logDirs.compactMapValues { dirs in
      dirs.value.copies.first { $0.topic == moving.topic && $0.partition == moving.partition }?.bytes
    }
    guard let whole = sizes.filter({ !moving.adding.contains($0.key) }).values.max() else { return nil }
    var missing: Int64 = 0
    for broker in moving.adding {
      guard let dirs = slow.logDirs[broker]?.value else { return nil }
      let copy = dirs.copies.first { $0.topic == moving.topic && $0.partition == moving.partition }
      missing = missing.addingSaturated(max(0, whole - (copy?.bytes ?? 0)))
    }
    return missing
  }
}
