import Kafka
import Model
import Patterns

extension ClusterWatch {
  /// The first questions to every broker: its groups where they are our business, else only whether it is there.
  func readBrokers(_ asking: CycleAsking) async -> [BrokerAnswer] {
    let sweep = groupSweep(asking)
    let groupBrokers = known.paired.map { [$0.id] } ?? Array(known.addresses.keys)
    let isOfScope = Set(groupBrokers)
    return await withTaskGroup(of: BrokerAnswer.self) { tasks in
      for (broker, address) in known.addresses {
        let profile = profiles[broker]
        if isOfScope.contains(broker) {
          tasks.addTask { await sweep.answer(of: broker, address, profile) }
        } else {
          tasks.addTask { await asking.probe(broker, address, profile) }
        }
      }
      var answers: [BrokerAnswer] = []
      for await answer in tasks { answers.append(answer) }
      return answers
    }
  }

  /// Asks once more about groups whose coordinator is moving or loading: another broker, or the same one, may know them by now.
  func settle(_ answers: inout [BrokerAnswer], _ asking: CycleAsking) async {
    let unsettled = answers.reduce(into: Set<String>()) { $0.formUnion($1.groups?.unsettled ?? []) }
    guard !unsettled.isEmpty || answers.contains(where: { $0.groups?.isLoading == true }) else { return }
    let sweep = groupSweep(asking)
    let again = await withTaskGroup(of: BrokerGroups.self) { tasks in
      for answer in answers {
        guard let groups = answer.groups, groups.isLoading || !unsettled.isEmpty,
          let address = known.addresses[answer.broker], !asking.isSilent(address)
        else { continue }
        tasks.addTask {
          await sweep.sweep(answer.broker, address, only: groups.isLoading ? nil : unsettled)
        }
      }
      var again: [NodeID: BrokerGroups] = [:]
      for await groups in tasks { again[groups.broker] = groups }
      return again
    }
    answers = answers.map { answer in
      guard let later = again[answer.broker], var groups = answer.groups else { return answer }
      // In the scope of a broker, what another one took over is that one's.
      if known.paired != nil { groups.drop(groups.unsettled, missingIn: later) }
      groups.update(with: later)
      return BrokerAnswer(
        broker: answer.broker, duration: answer.duration, profile: answer.profile, groups: groups)
    }
  }

  func assembleGroups(
    _ answers: [BrokerAnswer], _ index: TopicIndex, _ rows: RowMap
  ) -> (groups: [GroupReading], positions: PositionTable) {
    let heard = answers.compactMap(\.groups)
    let silent = Set(heard.filter { !$0.isListed }.map(\.broker))
    let carried = CarriedGroups(
      previous, rows, silentBrokers: silent, expired: silence.expired(after: limit))
    let assembled = GroupAssembly.assemble(heard, index, carrying: carried)
    silence.record(
      known: assembled.groups.lazy.map(\.name),
      heard: heard.reduce(into: Set()) { $0.formUnion($1.commits.keys) })
    return assembled
  }

  private func groupSweep(_ asking: CycleAsking) -> GroupSweep {
    let earlier = previous
    let counts = Dictionary(
      earlier.groups.map { ($0.name, $0.positions?.count ?? 0) }, uniquingKeysWith: { first, _ in first })
    return GroupSweep(
      asking: asking, isSelected: { [filter = settings.groups] in filter.includes($0) },
      positions: { counts[$0] ?? 0 })
  }
}

extension GroupSweep {
  /// The list of groups is the first question, and tells how fast the broker answers.
  func answer(
    of broker: NodeID, _ address: BrokerAddress, _ profile: BrokerProfile?
  ) async -> BrokerAnswer {
    let groups = await sweep(broker, address)
    return BrokerAnswer(
      broker: broker, duration: groups.answeredAfter,
      profile: groups.answeredAfter == nil ? nil : await asking.profile(of: address, known: profile),
      groups: groups)
  }
}

extension CycleAsking {
  /// Metadata without a single topic: the least that a broker can be asked.
  func probe(_ broker: NodeID, _ address: BrokerAddress, _ profile: BrokerProfile?) async -> BrokerAnswer {
    let start = time.now().uptime
    let answers = await isThere(address)
    return BrokerAnswer(
      broker: broker, duration: answers ? time.now().uptime - start : nil,
      profile: answers ? await self.profile(of: address, known: profile) : nil, groups: nil)
  }

  func isThere(_ address: BrokerAddress) async -> Bool {
    await ask(MetadataRequest { $0.topics = [] }, address, for: "broker") != nil
  }

  /// Read once per connection: a broker that was upgraded had to close the old one.
  func profile(of address: BrokerAddress, known: BrokerProfile?) async -> BrokerProfile? {
    guard let connection = try? await client.connection(to: address, deadline: deadline) else { return known }
    if let known, known.isOf(connection) { return known }
    return await BrokerProfile(connection)
  }
}
