package import Model

// For who may read records: their batches say when they were written, which is better than any search.
extension ClusterJudge {
  /// Records whose age is not narrowed down yet, at most so many of each leader.
  package func recordTargets(
    perLeader limit: Int, except hopeless: Set<TimeTarget> = []
  ) -> [(leader: NodeID, target: TimeTarget)] {
    guard let last else { return [] }
    var counts: [NodeID: Int] = [:]
    return targets.compactMap { target in
      guard let leader = last.reading.partitions.leader(of: target.partition),
        counts[leader, default: 0] < limit, !hopeless.contains(target),
        lookups.isCoarse(target, now: last.now)
      else { return nil }
      counts[leader, default: 0] += 1
      return (leader, target)
    }
  }

  /// Producers may write any time; one that is yet to come counts as now.
  package mutating func record(_ target: TimeTarget, writtenAt timestamp: Timestamp) {
    guard let last else { return }
    let time = last.clock.tenths(of: timestamp, now: last.moment)
    lookups.record(target, writtenAt: min(time, last.now - 1))
  }
}
