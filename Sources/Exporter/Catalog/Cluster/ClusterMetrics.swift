import Model

extension Catalog {
  static let clusterMetrics = [
    clusterInfo, metadataFrozen, clusterBrokers, clusterBrokersExpected, topicCount, partitionCount,
    offlinePartitions, unavailablePartitions, reassigningPartitions, reassignmentRemainingBytes,
    singleReplicaTopics, singleRackTopics, controllerChanges,
  ]

  package static let clusterInfo = Metric(
    "broker_cluster_info", .info, perCluster: ["cluster_id", "kind", "version"],
    help: "Which cluster it is, who keeps its metadata, and which release it runs."
  ) { cluster, rows in
    let identity = cluster.reading.identity
    rows.write(1, cluster.name, identity.id, identity.kind?.rawValue, identity.version)
  }

  package static let metadataFrozen = Metric(
    "broker_metadata_frozen", .gauge, perCluster: [],
    help:
      "1 while the metadata quorum is lost: what brokers then say of leaders and in-sync replicas is old, and is left out here."
  ) { cluster, rows in
    rows.write(cluster.verdict.isFrozen, cluster.name)
  }

  package static let clusterBrokers = Metric(
    "broker_cluster_brokers", .gauge, perCluster: [],
    help: "Live brokers; while the metadata is frozen, those that answer."
  ) { cluster, rows in
    rows.write(cluster.verdict.liveBrokers, cluster.name)
  }

  package static let clusterBrokersExpected = Metric(
    "broker_cluster_brokers_expected", .gauge, perCluster: [],
    help:
      "Brokers that there ought to be: as configured, else as registered, else as replica lists name them."
  ) { cluster, rows in
    rows.write(cluster.verdict.expectedBrokers?.count, cluster.name)
  }

  package static let topicCount = Metric(
    "broker_topic_count", .gauge, perCluster: [],
    help: "Topics of the whole cluster, internal ones and those that are left out by name included."
  ) { cluster, rows in
    rows.write(cluster.reading.hasMetadata ? cluster.reading.topics.count : nil, cluster.name)
  }

  package static let partitionCount = Metric(
    "broker_partition_count", .gauge, perCluster: [],
    help:
      "Partitions of all topics of the whole cluster, those left out by name included, replicas not counted."
  ) { cluster, rows in
    rows.write(cluster.reading.hasMetadata ? cluster.reading.partitions.count : nil, cluster.name)
  }

  package static let offlinePartitions = Metric(
    "broker_offline_partitions", .gauge, perCluster: [],
    help: "Partitions without a leader: nobody can produce to them or consume from them."
  ) { cluster, rows in
    rows.write(cluster.verdict.offline, cluster.name)
  }

  package static let unavailablePartitions = Metric(
    "broker_unavailable_partitions", .gauge, perCluster: [],
    help: "Partitions whose leader does not answer Brokerwatch."
  ) { cluster, rows in
    rows.write(cluster.verdict.unavailable, cluster.name)
  }

  package static let reassigningPartitions = Metric(
    "broker_reassigning_partitions", .gauge, perCluster: [],
    help: "Partitions whose replicas are being moved."
  ) { cluster, rows in
    rows.write(cluster.verdict.reassigning, cluster.name)
  }

  package static let reassignmentRemainingBytes = Metric(
    "broker_reassignment_remaining_bytes", .gauge, unit: .bytes, perCluster: [],
    help: "What replicas that are being added still lack of their leaders' logs; absent unless known of all."
  ) { cluster, rows in
    rows.write(cluster.reading.reassignments?.remainingBytes, cluster.name)
  }

  package static let singleReplicaTopics = Metric(
    "broker_single_replica_topics", .gauge, perCluster: [],
    help: "Topics of which some partition has one replica only."
  ) { cluster, rows in
    rows.write(cluster.verdict.singleReplicaTopics, cluster.name)
  }

  package static let singleRackTopics = Metric(
    "broker_single_rack_topics", .gauge, perCluster: [],
    help:
      "Topics of which some partition has all replicas in one rack; absent unless every broker has a rack."
  ) { cluster, rows in
    rows.write(cluster.verdict.singleRackTopics, cluster.name)
  }

  package static let controllerChanges = Metric(
    "broker_controller_changes_total", .counter, perCluster: [],
    help: "Elections of the active controller since Brokerwatch started, as readings show them."
  ) { cluster, rows in
    rows.write(cluster.verdict.controllerChanges, cluster.name)
  }
}

extension [ReassignmentReading] {
  fileprivate var remainingBytes: Int64? {
    var sum: Int64 = 0
    for reassignment in self {
      guard let bytes = reassignment.remainingBytes else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(bytes)
      sum = overflow ? .max : next
    }
    return sum
  }
}
