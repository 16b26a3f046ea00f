import Kafka

/// How time passes in the cluster.
extension SimulatedCluster {
  /// Does everything that the workload does until this instant. Time that runs back is ignored.
  mutating func advance(to now: SimulatedClock) {
    guard let then = clock else {
      clock = now
      return
    }
    guard now.uptime > then.uptime else { return }
    clock = now
    let seconds = Double(now.uptime - then.uptime) / 1000
    // Arrays of the keys, because a dictionary whose keys somebody still holds is copied when it changes.
    for name in Array(topics.keys) { topics[name]?.advance(from: then.wall, by: seconds, to: now.wall) }
    for name in Array(groups.keys) {
      groups[name]?.expireMembers(at: now.uptime)
      groups[name]?.consume(for: seconds, from: topics)
    }
  }
}

extension SimulatedGroup {
  mutating func consume(for seconds: Double, from topics: [String: SimulatedTopic]) {
    for (topic, rate) in consumeRates where rate > 0 {
      guard let partitions = topics[topic]?.partitions, !partitions.isEmpty else { continue }
      commits[topic]?.consume(rate * seconds / Double(partitions.count), from: partitions)
    }
  }
}

extension [PartitionID: SimulatedCommit] {
  mutating func consume(_ records: Double, from partitions: [SimulatedPartition]) {
    for (index, partition) in partitions.enumerated() {
      self[PartitionID(rawValue: Int32(index))]?.consume(records, from: partition.log)
    }
  }
}

extension SimulatedTopic {
  mutating func advance(from then: Int64, by seconds: Double, to now: Int64) {
    for index in partitions.indices where partitions[index].produceRate > 0 && partitions[index].leader != nil
    {
      partitions[index].log.produce(at: partitions[index].produceRate, from: then, for: seconds)
    }
    guard let retention = configs["retention.ms"].flatMap(Int64.init), retention >= 0 else { return }
    for index in partitions.indices { partitions[index].log.expire(before: now - retention) }
  }
}

extension SimulatedLog {
  /// Record number i of a steady stream is written at time i / rate, whenever somebody looks.
  mutating func produce(at rate: Double, from then: Int64, for seconds: Double) {
    let made = unfinished + rate * seconds
    let count = made.rounded(.down)
    defer { unfinished = made - count }
    guard count >= 1 else { return }
    func time(of record: Double) -> Int64 {
      then + Int64(((record - unfinished) / rate * 1000).rounded())
    }
    append(Int64(count), first: time(of: 1), last: time(of: count))
  }

  /// Drops what is older.
  mutating func expire(before wall: Int64) {
    guard start < end, let oldest = times.time(of: start), oldest < wall else { return }
    cut(to: times.firstOffset(at: wall) ?? end)
  }
}
