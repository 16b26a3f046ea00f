import Kafka
import Model

extension ClusterWatch {
  /// What has its turn in this cycle, on the slow connections; and the quorum, which is asked in every cycle.
  func readSlowly(
    _ asking: CycleAsking, _ due: Set<SlowJob>, _ metadata: MetadataReading, _ index: TopicIndex,
    _ rows: RowMap
  ) async -> QuorumAnswer? {
    guard let source else { return nil }
    let sweep = SlowSweep(asking: asking, brokers: known.addresses)
    async let quorum = askQuorum(sweep, source)
    if due.contains(.topicSettings) {
      let names = metadata.topics.map(\.name)
      for (name, settings) in await sweep.topicSettings(names, from: source) {
        slow.settings[name] = Kept(settings, in: cycle)
      }
    }
    if due.contains(.registrations) || isRegisteredOtherwise(metadata),
      let list = await sweep.registrations(from: source)
    {
      slow.registrations = Kept(list, in: cycle)
    }
    if wantsReassignments(due, metadata, rows),
      let list = await sweep.reassignments(from: reassignmentSource(source, metadata))
    {
      slow.reassignments = Kept(list, in: cycle)
    }
    if due.contains(.logDirs) {
      for (broker, dirs) in await inScope(sweep).logDirs() { slow.logDirs[broker] = Kept(dirs, in: cycle) }
    }
    if due.contains(.transactions) {
      for (broker, list) in await inScope(sweep).transactions() {
        slow.transactions[broker] = Kept(list, in: cycle)
      }
    }
    await readStarts(asking, due, metadata, index, rows)
    return await quorum
  }

  /// Of our own broker only, where the others are somebody else's.
  private func inScope(_ sweep: SlowSweep) -> SlowSweep {
    guard let paired = known.paired else { return sweep }
    return SlowSweep(asking: sweep.asking, brokers: [paired.id: paired.address])
  }

  private func askQuorum(_ sweep: SlowSweep, _ source: BrokerAddress) async -> QuorumAnswer? {
    guard identity.kind == .kraft else { return nil }
    return await sweep.quorum(from: source)
  }

  /// While a registered broker is away or a live one not registered yet, the list is likely to change.
  private func isRegisteredOtherwise(_ metadata: MetadataReading) -> Bool {
    guard let registrations = slow.registrations?.value else { return false }
    return Set(registrations.map(\.id)) != Set(metadata.brokers.map(\.id))
      || registrations.contains(where: \.isFenced)
  }

  /// Kafka deletes old segments every five minutes at most, so log starts are read with the slow jobs; those of new partitions at once.
  private func readStarts(
    _ asking: CycleAsking, _ due: Set<SlowJob>, _ metadata: MetadataReading, _ index: TopicIndex,
    _ rows: RowMap
  ) async {
    let isDue = due.contains(.logStarts)
    let starts = slow.logStarts
    // Of groups' partitions too that another broker leads: what a group lost is told by its coordinator's watcher.
    let wanted = wantedRows(metadata, earlierPositions(rows))
    let requests = OffsetQuestions.requests(
      metadata.topics, metadata.partitions, timestamp: OffsetQuestions.earliest
    ) { row, _ in
      wanted[row] && (isDue || !starts.isKnown(row))
    }
    guard !requests.isEmpty else { return }
    let sweep = OffsetSweep(asking: asking, addresses: known.addresses)
    let answers = await sweep.ask(requests, index, on: .slow, for: "log_starts")
    for (row, start) in answers.offsets { slow.logStarts.set(row, start, in: cycle) }
  }

  /// While replicas are moved, metadata lists the new ones too, and they would look like missing ones.
  private func wantsReassignments(_ due: Set<SlowJob>, _ metadata: MetadataReading, _ rows: RowMap) -> Bool {
    if due.contains(.reassignments) { return true }
    if slow.reassignments?.value.isEmpty == false { return true }
    let earlier = previous.partitions
    return (0..<metadata.partitions.count).contains { row in
      rows.earlierRow(of: row).map { earlier.replicas[$0] != metadata.partitions.replicas[row] } ?? false
    }
  }

  /// In ZooKeeper mode only the controller answers, and metadata names it.
  private func reassignmentSource(_ source: BrokerAddress, _ metadata: MetadataReading) -> BrokerAddress {
    guard identity.kind == .zookeeper, let controller = metadata.controller else { return source }
    return known.addresses[controller] ?? source
  }
}
