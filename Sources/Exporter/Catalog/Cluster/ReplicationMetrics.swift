import Model

extension Catalog {
  static let replicationMetrics = [
    underReplicatedPartitions, underMinISRPartitions, atMinISRPartitions, isrShrinks, isrExpands,
    leaderChanges, uncleanLeaderElections,
  ]

  package static let underReplicatedPartitions = Metric(
    "broker_under_replicated_partitions", .gauge, perCluster: ["broker"],
    help:
      "Partitions led by the broker with a replica that is not in sync; replicas that are being added do not count."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.underReplicated }
  }

  package static let underMinISRPartitions = Metric(
    "broker_under_min_isr_partitions", .gauge, perCluster: ["broker"],
    help:
      "Partitions led by the broker with fewer in-sync replicas than min.insync.replicas: acks=all is refused."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.underMinimum }
  }

  package static let atMinISRPartitions = Metric(
    "broker_at_min_isr_partitions", .gauge, perCluster: ["broker"],
    help: "Partitions led by the broker with just as many in-sync replicas as min.insync.replicas asks for."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.atMinimum }
  }

  package static let isrShrinks = Metric(
    "broker_isr_shrinks_total", .counter, perCluster: ["broker"],
    help:
      "In-sync replicas lost by partitions that the broker leads; what comes back between two readings goes unseen."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.changes.shrinks }
  }

  package static let isrExpands = Metric(
    "broker_isr_expands_total", .counter, perCluster: ["broker"],
    help:
      "In-sync replicas won back by partitions that the broker leads; what is lost again between two readings goes unseen."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.changes.expands }
  }

  package static let leaderChanges = Metric(
    "broker_leader_changes_total", .counter, perCluster: ["broker"],
    help: "Elections that made the broker a partition's leader instead of another."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.changes.leaderChanges }
  }

  package static let uncleanLeaderElections = Metric(
    "broker_unclean_leader_elections_total", .counter, perCluster: ["broker"],
    help: "Elections of the broker to lead a partition with which it was not in sync: records may be lost."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.changes.uncleanElections }
  }
}
