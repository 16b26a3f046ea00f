import Model

/// Record counters by topic and broker that never fall while the topic exists.
struct TrafficLedger: Sendable {
  private struct Entry {
    let broker: NodeID
    var records: UInt64
  }

  /// By topic index; a handful of brokers each.
  private var topics: [[Entry]] = []

  /// Moves the counters to where their topics are in this reading, and forgets those of brokers that are gone.
  mutating func arrange(_ cycle: Cycle, known: Set<NodeID>) {
    var arranged = [[Entry]](repeating: [], count: cycle.reading.topics.count)
    for index in arranged.indices {
      guard let earlier = cycle.rows.earlierTopic(of: index), topics.indices.contains(earlier) else {
        continue
      }
      arranged[index] = topics[earlier]
      if arranged[index].contains(where: { !known.contains($0.broker) }) {
        arranged[index].removeAll { !known.contains($0.broker) }
      }
    }
    topics = arranged
  }

  /// Adding nothing still opens the counter, so that its first growth is seen as one.
  mutating func add(_ records: Int64, topic: Int, broker: NodeID) {
    guard topics.indices.contains(topic) else { return }
    let grown = UInt64(clamping: records)
    if let index = topics[topic].firstIndex(where: { $0.broker == broker }) {
      topics[topic][index].records = topics[topic][index].records.addingSaturated(grown)
    } else {
      let place = topics[topic].firstIndex { $0.broker > broker } ?? topics[topic].count
      topics[topic].insert(Entry(broker: broker, records: grown), at: place)
    }
  }

  var counts: [TrafficCount] {
    var counts: [TrafficCount] = []
    counts.reserveCapacity(topics.count * 3)
    for (topic, entries) in topics.enumerated() {
      for entry in entries {
        counts.append(TrafficCount(topic: topic, broker: entry.broker, records: entry.records))
      }
    }
    return counts
  }
}
