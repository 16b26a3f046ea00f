import Kafka
import Model
import Patterns

extension ClusterWatch {
  /// Asks the broker that answered last, then others.
  func readMetadata(_ asking: CycleAsking) async throws(CollectorError) -> MetadataReading {
    var failure: KafkaError?
    var found: BrokerAddress?
    controller = nil
    for address in metadataSources() {
      switch await asking.attempt(MetadataRequest(), address, for: "metadata") {
      // A broker that has just started in ZooKeeper mode knows of nobody yet, not even of itself.
      case .success(let response) where response.brokers.isEmpty: asking.count("metadata", "empty")
      case .success(let response):
        source = address
        unanswering.remove(address)
        wasFound = true
        let reading = MetadataReading(response) { [filter = settings.topics] in filter.includes($0) }
        await learn(reading, from: address)
        return reading
      case .failure(let error):
        failure = error
        unanswering.insert(address)
        if found == nil, await isController(asking, error, at: address) { found = address }
      }
      // Three that do not answer in time would use up the cycle.
      if asking.time.now().uptime + asking.deadline * 3 > asking.end { break }
    }
    controller = found
    guard let failure else {
      throw CollectorError(.unreachable, "No broker is known that could be asked.")
    }
    throw CollectorError(failure.isRefusal ? .refused : .unreachable, failure.description)
  }

  /// Who did not answer lately comes last: in a short interval there is no time for a second one after it.
  private func metadataSources() -> [BrokerAddress] {
    let candidates = settings.candidates().map(\.address)
    // Before it is known which broker is ours, only that one can say so.
    if settings.scope == .broker, known.paired == nil { return Array(candidates.prefix(1)) }
    let live = known.live.compactMap { known.addresses[$0.id] }
    var seen: Set<BrokerAddress> = []
    let own = known.paired.map { [$0.address] } ?? []
    let all = (own + [source].compactMap(\.self) + live.shuffled() + candidates).filter {
      seen.insert($0).inserted
    }
    unanswering.formIntersection(all)
    return all.filter { !unanswering.contains($0) } + all.filter { unanswering.contains($0) }
  }

  private func learn(_ reading: MetadataReading, from address: BrokerAddress) async {
    if identity.id != nil, identity.id != reading.clusterID { forgetCluster() }
    metadata = Kept(reading, in: cycle)
    expectBrokers(reading)
    if identity.id == nil || identity.id != reading.clusterID || identity.kind == nil {
      identity.id = reading.clusterID
      if let connection = try? await client.connection(to: address, deadline: settings.requestDeadline) {
        let apis = await connection.apiVersions
        identity.kind = ClusterKind(clusterID: reading.clusterID, apis)
      }
    }
    var places = Set(known.addresses.values)
    // Who answers at its advertised address needs no second connection by the address it was looked for at.
    let isReachedAsAdvertised = known.live.contains { profiles[$0.id] != nil }
    if settings.scope == .broker || !isReachedAsAdvertised { places.insert(address) }
    await client.keep(only: places)
    if !places.contains(address) { source = advertised(address, reading.brokers) }
  }

  /// Another cluster answers at the same address: nothing that is known of the old one holds.
  private func forgetCluster() {
    (known, profiles, probes, metadata) = (KnownBrokers(), [:], ProbeLedger(), nil)
    (previous, ends, silence) = (ClusterReading(), AgingColumn(), SilenceLedger())
    (identity, archiveFile) = (ClusterIdentity(), nil)
    slow = SlowKnowledge(period: plan.period)
    judge = ClusterJudge(ClusterJudgeSettings(settings))
    unread = UnreadMemory()
  }

  /// Where to ask instead of an address that leads to some broker, such as a balancer's.
  private func advertised(_ address: BrokerAddress, _ brokers: [MetadataReading.Broker]) -> BrokerAddress? {
    let same = PairedBroker.identify(address, among: brokers).flatMap { known.addresses[$0] }
    return same ?? brokers.compactMap(\.address).randomElement()
  }

  func expectBrokers(_ metadata: MetadataReading) {
    known.update(metadata.brokers, expected: expectedIDs(metadata.partitions))
  }

  private func expectedIDs(_ partitions: PartitionTable) -> Set<NodeID> {
    var ids = Set(slow.registrations?.value.map(\.id) ?? [])
    for row in 0..<partitions.count {
      for replica in partitions.replicas[row] { ids.insert(replica) }
    }
    return ids
  }

  /// In the scope of a broker: which of the cluster's brokers it is.
  func findPair(_ asking: CycleAsking, _ metadata: MetadataReading) async throws(CollectorError) {
    guard settings.scope == .broker, let address = known.paired?.address ?? source else { return }
    let connection = known.paired.flatMap { profiles[$0.id]?.connection }
    // Who listens there after a restart may be another one.
    if known.paired != nil, connection == nil || connection === pairedConnection { return }
    pairedConnection = connection
    var id: NodeID?
    if let response = await asking.ask(
      PairedBroker.question, address, on: .slow, for: "paired_broker")
    {
      id = PairedBroker.identity(in: response)
    }
    guard let id = id ?? known.paired?.id ?? PairedBroker.identify(address, among: metadata.brokers) else {
      throw CollectorError(
        .refused,
        "The broker at \(address) advertises another address, so nobody knows which of the cluster's brokers it is. "
          + "Give its advertised address in `bootstrap`, or the user the right to describe the cluster's configuration."
      )
    }
    known.paired = (id, address)
    expectBrokers(metadata)
  }
}
