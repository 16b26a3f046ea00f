import Kafka
import Model
import Patterns

extension ClusterWatch {
  /// Asks the broker that answered last, then others; the last metadata stands as long as it may be believed.
  func readMetadata(_ asking: CycleAsking) async throws(CollectorError) -> MetadataReading {
    var failure: KafkaError?
    for address in metadataSources() {
      switch await asking.attempt(MetadataRequest(), address, for: "metadata") {
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
        await findController(asking, error, at: address)
      }
      // Three that do not answer in time would use up the cycle.
      if asking.time.now().uptime + asking.deadline * 3 > asking.end { break }
    }
    if let kept = metadata?.value(in: cycle, notOlderThan: limit) { return kept }
    metadata = nil
    guard let failure else {
      throw CollectorError(.unreachable, "No broker is known that could be asked.")
    }
    throw CollectorError(failure.isRefusal ? .refused : .unreachable, failure.description)
  }

  /// Who did not answer lately comes last: in a short interval there is no time for a second one after it.
  private func metadataSources() -> [BrokerAddress] {
    let candidates = settings.candidates().map(\.address)
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
    known.update(reading.brokers, expected: expectedIDs(reading.partitions))
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
    if !places.contains(address) { source = known.live.lazy.compactMap { self.known.addresses[$0.id] }.first }
  }

  /// Another cluster answers at the same address: nothing that is known of the old one holds.
  private func forgetCluster() {
    (known, profiles, probes, metadata) = (KnownBrokers(), [:], ProbeLedger(), nil)
    (previous, ends, silence) = (ClusterReading(), AgingColumn(), SilenceLedger())
    (identity, archiveFile) = (ClusterIdentity(), nil)
    slow = SlowKnowledge(period: plan.period)
    judge = ClusterJudge(ClusterJudgeSettings(settings))
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
    guard settings.scope == .broker, known.paired == nil, let address = source else { return }
    var id: NodeID?
    if let response = await asking.ask(
      PairedBroker.question, address, on: .slow, for: "paired_broker")
    {
      id = PairedBroker.identity(in: response)
    }
    guard let id = id ?? PairedBroker.identify(address, among: metadata.brokers) else {
      throw CollectorError(
        .refused,
        "The broker at \(address) advertises another address, so nobody knows which of the cluster's brokers it is. "
          + "Give its advertised address in `bootstrap`, or the user the right to describe the cluster's configuration."
      )
    }
    known.paired = (id, address)
    known.update(metadata.brokers, expected: expectedIDs(metadata.partitions))
  }
}
