/// Judges everything that is watched: a pure function of what is known.
package enum HealthJudge {
  package static func judge(_ brokers: [BrokerEvidence], _ clusters: [ClusterEvidence]) -> HealthVerdict {
    let judged = brokers.map(BrokerHealthJudge.judge).sorted {
      ($0.cluster ?? "", $0.name) < ($1.cluster ?? "", $1.name)
    }
    let concerned = judged.filter { $0.state != .maintenance }
    let clusterCauses = clusters.flatMap(causes)
    let counted = [
      (HealthState.down, HealthCause.Kind.brokersDown, "down"), (.degraded, .brokersDegraded, "degraded"),
      (.starting, .brokersStarting, "starting"), (.unknown, .brokersUnknown, "in an unknown state"),
    ].compactMap { state, kind, word -> HealthCause? in
      let names = concerned.filter { $0.state == state }.map(\.name)
      guard !names.isEmpty else { return nil }
      return HealthCause(
        kind,
        "\(names.count) of \(concerned.count) brokers \(names.count == 1 ? "is" : "are") \(word): \(shortened(names))."
      )
    }
    let state = state(judged, concerned, clusterCauses, isClusterLate: clusters.contains(where: \.isLate))
    let nothing =
      judged.isEmpty && clusterCauses.isEmpty
      ? [HealthCause(.nothingFound, "No broker has been found yet.")] : []
    return HealthVerdict(state: state, causes: clusterCauses + counted + nothing, brokers: judged)
  }

  private static func state(
    _ all: [BrokerHealth], _ concerned: [BrokerHealth], _ causes: [HealthCause], isClusterLate: Bool
  ) -> HealthState {
    if concerned.isEmpty, !all.isEmpty { return .maintenance }
    let states = Set(concerned.map(\.state))
    if states == [.down] { return .down }
    let isWrong = causes.contains { $0.kind != .readingLate }
    if isWrong || !states.isDisjoint(with: [.down, .degraded]) { return .degraded }
    if states.contains(.starting) { return .starting }
    return states == [.healthy] && !isClusterLate ? .healthy : .unknown
  }

  private static func causes(_ cluster: ClusterEvidence) -> [HealthCause] {
    var causes: [HealthCause] = []
    if cluster.isLate {
      return [
        HealthCause(.readingLate, "What was read of cluster \(cluster.name) is too old to be believed.")
      ]
    }
    if cluster.isFrozen {
      causes.append(
        HealthCause(.metadataFrozen, "The metadata quorum of cluster \(cluster.name) is lost."))
    }
    if let count = cluster.offlinePartitions, count > 0 {
      causes.append(
        HealthCause(.partitionsOffline, "\(count) partitions of cluster \(cluster.name) have no leader."))
    }
    if let count = cluster.unavailablePartitions, count > 0 {
      causes.append(
        HealthCause(
          .partitionsUnavailable,
          "\(count) partitions of cluster \(cluster.name) have a leader that does not answer."))
    }
    if cluster.missingBrokers > 0 {
      causes.append(
        HealthCause(
          .brokersMissing, "\(cluster.missingBrokers) brokers of cluster \(cluster.name) are missing."))
    }
    return causes
  }

  private static func shortened(_ names: [String]) -> String {
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return names.prefix(5).joined(separator: ", ") + more
  }
}
