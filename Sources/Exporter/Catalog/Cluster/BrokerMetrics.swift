import Model

extension Catalog {
  static let brokerMetrics = [
    brokerUp, brokerInfo, probeDuration, brokerFenced, certificateExpiry, brokerController, brokerLeaders,
    brokerReplicas, preferredLeaderImbalance, brokerReplicaLag,
  ]

  package static let brokerUp = Metric(
    "broker_up", .gauge, perCluster: ["broker"],
    help: "1 if the broker itself answered Brokerwatch in the last cycle, 0 if it did not."
  ) { cluster, rows in
    cluster.writeBrokers(to: &rows) { $0.answers }
  }

  package static let brokerInfo = Metric(
    "broker_info", .info, perCluster: ["broker", "host", "port", "rack", "version"],
    help: "Where the broker listens for clients, and which release it runs."
  ) { cluster, rows in
    for broker in cluster.reading.brokers {
      rows.write(1, cluster.name, broker.id, broker.host, broker.port, broker.rack, broker.version)
    }
  }

  package static let probeDuration = Metric(
    "broker_probe_duration_seconds", .histogram, unit: .seconds, perCluster: ["broker"],
    help:
      "How long the broker took to answer the first question of a cycle, connecting included where a connection was made."
  ) { cluster, rows in
    cluster.probes.forEachInOrder { broker, durations in
      rows.write(durations, cluster.name, broker)
    }
  }

  package static let brokerFenced = Metric(
    "broker_fenced", .gauge, perCluster: ["broker"],
    help: "1 while the broker is registered, but the controller keeps it from leading and from clients."
  ) { cluster, rows in
    cluster.writeBrokers(to: &rows) { $0.isFenced }
  }

  package static let certificateExpiry = Metric(
    "broker_listener_certificate_expiry_timestamp_seconds", .gauge, unit: .seconds,
    perCluster: ["broker", "listener"],
    help: "When the certificate ends that the broker shows on this listener."
  ) { cluster, rows in
    for certificate in cluster.certificates {
      rows.write(certificate.expiry, cluster.name, certificate.broker, certificate.listener)
    }
  }

  package static let brokerController = Metric(
    "broker_controller", .gauge, perCluster: ["broker"],
    help: "1 for the active controller; in KRaft the metadata quorum's leader, which may be no broker."
  ) { cluster, rows in
    guard !cluster.isFrozen, let controller = cluster.verdict.controller else { return }
    let brokers = cluster.reading.brokers.map(\.id)
    for id in brokers { rows.write(id == controller, cluster.name, id) }
    if !brokers.contains(controller) { rows.write(1, cluster.name, controller) }
  }

  package static let brokerLeaders = Metric(
    "broker_leaders", .gauge, perCluster: ["broker"], help: "Partitions that the broker leads."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.leaders }
  }

  package static let brokerReplicas = Metric(
    "broker_replicas", .gauge, perCluster: ["broker"],
    help: "Partitions of which the broker has a copy, its own as their leader included."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.replicas }
  }

  package static let preferredLeaderImbalance = Metric(
    "broker_preferred_leader_imbalance", .gauge, perCluster: ["broker"],
    help: "Partitions that the broker leads although another one is their preferred leader."
  ) { cluster, rows in
    cluster.writeVerdicts(to: &rows) { $0.notPreferred }
  }

  package static let brokerReplicaLag = Metric(
    "broker_replica_lag_records", .gauge, perCluster: ["broker"],
    help: "By how many offsets the broker's copies trail their leaders, all together."
  ) { cluster, rows in
    cluster.writeBrokers(to: &rows) { $0.replicaLag }
  }
}
