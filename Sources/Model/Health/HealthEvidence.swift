/// What the sections of a world say about everybody's health, as far as they can be believed.
struct HealthEvidence {
  private(set) var brokers: [BrokerEvidence] = []
  private(set) var clusters: [ClusterEvidence] = []
  let world: World
  let now: Moment

  init(_ world: World, at now: Moment) {
    self.world = world
    self.now = now
    brokers = (world.discovery?.value.brokers ?? []).map(hostEvidence)
    let found = world.discovery?.value.brokers ?? []
    for cluster in world.clusters?.value.clusters ?? [] { add(cluster, found) }
    for index in brokers.indices where world.maintenance.contains(brokers[index].name) {
      brokers[index].isInMaintenance = true
    }
  }

  private mutating func add(_ cluster: ClusterSection, _ found: [Broker]) {
    let isLate = !cluster.isFresh(at: now)
    clusters.append(ClusterEvidence(cluster, isLate: isLate))
    let verdicts = Dictionary(
      cluster.verdict.brokers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for broker in cluster.reading.brokers where broker.answers != nil {
      let index = index(of: broker, in: cluster, found)
      brokers[index].cluster = cluster.name
      guard !isLate else {
        brokers[index].late.append("its cluster")
        continue
      }
      brokers[index].answers = broker.answers
      brokers[index].isFenced = broker.isFenced
      brokers[index].underReplicated = verdicts[broker.id]?.underReplicated
      brokers[index].underMinimum = verdicts[broker.id]?.underMinimum
      brokers[index].offlineLogDirectories =
        cluster.reading.logDirs?.count { $0.broker == broker.id && !$0.isOnline } ?? 0
    }
  }

  /// The broker of this host that it is, or a new one.
  private mutating func index(
    of broker: BrokerReading, in cluster: ClusterSection, _ found: [Broker]
  ) -> Int {
    let id = "\(broker.id)"
    let same = found.indices.filter { index in
      let other = found[index]
      return other.id == id && brokers[index].cluster == nil
        && (other.clusterID == nil || other.clusterID == cluster.reading.identity.id)
    }
    if same.count == 1 { return same[0] }
    // One that does not tell its id is the one that this watcher is paired with.
    let silent = found.indices.filter { index in
      found[index].id == nil && brokers[index].cluster == nil && !found[index].access.isEmpty
    }
    if cluster.reading.scope == .broker(broker.id), silent.count == 1 { return silent[0] }
    brokers.append(BrokerEvidence(name: id))
    return brokers.count - 1
  }
}

extension ClusterEvidence {
  init(_ cluster: ClusterSection, isLate: Bool) {
    self.init(name: cluster.name)
    self.isLate = isLate
    guard !isLate else { return }
    let verdict = cluster.verdict
    isFrozen = verdict.isFrozen == true
    offlinePartitions = verdict.offline
    unavailablePartitions = verdict.unavailable
    if let expected = verdict.expectedBrokers?.count, let live = verdict.liveBrokers {
      missingBrokers = max(0, expected - live)
    }
  }
}
