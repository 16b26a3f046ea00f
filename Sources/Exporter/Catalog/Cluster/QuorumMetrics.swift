import Model

extension Catalog {
  static let quorumMetrics = [
    raftLeader, raftTerm, raftHighWatermark, raftReplicaLag, raftReplicaLastCaughtUp,
  ]

  package static let raftLeader = Metric(
    "broker_raft_leader", .gauge, perCluster: ["broker"],
    help: "1 for the voter that leads the metadata quorum, 0 for the others."
  ) { cluster, rows in
    guard let quorum = cluster.quorum else { return }
    for replica in quorum.replicas where replica.role == .voter {
      rows.write(replica.id == quorum.leader, cluster.name, replica.id)
    }
  }

  package static let raftTerm = Metric(
    "broker_raft_term", .gauge, perCluster: [],
    help: "The metadata quorum's epoch; it grows with every election."
  ) { cluster, rows in
    rows.write(cluster.quorum?.epoch, cluster.name)
  }

  package static let raftHighWatermark = Metric(
    "broker_raft_high_watermark", .gauge, perCluster: [],
    help: "The metadata log's offset up to which a majority of voters has it."
  ) { cluster, rows in
    rows.write(cluster.quorum?.highWatermark, cluster.name)
  }

  package static let raftReplicaLag = Metric(
    "broker_raft_replica_lag", .gauge, perCluster: ["replica", "role"],
    help: "By how many offsets the node's copy of the metadata log trails the leader's."
  ) { cluster, rows in
    guard let quorum = cluster.quorum else { return }
    let end = quorum.replicas.first { $0.id == quorum.leader }?.logEnd
    for replica in quorum.replicas {
      guard let end, let own = replica.logEnd else { continue }
      let (lag, overflow) = end.subtractingReportingOverflow(own)
      rows.write(overflow ? nil : max(0, lag), cluster.name, replica.id, replica.role.rawValue)
    }
  }

  package static let raftReplicaLastCaughtUp = Metric(
    "broker_raft_replica_last_caught_up_timestamp_seconds", .gauge, unit: .seconds,
    perCluster: ["replica", "role"],
    help: "When the node's copy of the metadata log last was as long as the leader's."
  ) { cluster, rows in
    for replica in cluster.quorum?.replicas ?? [] {
      rows.write(replica.lastCaughtUp, cluster.name, replica.id, replica.role.rawValue)
    }
  }
}

extension ClusterSection {
  fileprivate var quorum: QuorumReading? {
    if case .described(let quorum) = reading.quorum { quorum } else { nil }
  }
}
