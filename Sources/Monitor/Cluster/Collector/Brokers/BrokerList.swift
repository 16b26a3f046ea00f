import Model

/// Makes one list of brokers of all who speak of them.
enum BrokerList {
  /// Sorted by id. `answers` says of each broker that was asked whether it answered.
  static func make(
    _ known: KnownBrokers, registrations: [Registration]?, replicas: Set<NodeID>, answers: [NodeID: Bool],
    profiles: [NodeID: BrokerProfile], isKafka: Bool
  ) -> [BrokerReading] {
    let live = Set(known.live.map(\.id))
    let registered = registrations.map { list in
      Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    // Who is asked and named by nobody any more was taken out of service; our own broker is spoken of nevertheless.
    let answering = answers.filter { $0.value || $0.key == known.paired?.id }.keys
    let all = live.union(replicas).union((registered ?? [:]).keys).union(answering)
    return all.sorted().map { id in
      let seen = known.broker(id)
      let registration = registered?[id]
      return BrokerReading(
        id: id, host: seen?.host ?? registration?.host, port: seen?.port ?? registration?.port,
        rack: seen?.rack ?? registration?.rack,
        version: isKafka ? profiles[id].flatMap { BrokerRelease.ofKafka($0.response) } : nil,
        isRegistered: registered.map { $0[id] != nil }, isFenced: registration?.isFenced,
        isLive: live.contains(id),
        // Nobody can be asked whose address nobody knows; the cluster itself says that such a broker is away.
        answers: answers[id] ?? (live.contains(id) ? nil : false))
    }
  }
}
