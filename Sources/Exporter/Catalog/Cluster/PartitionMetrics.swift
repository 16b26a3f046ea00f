import Model

extension Catalog {
  static let partitionMetrics = [
    partitionLeader, partitionReplicas, partitionInSyncReplicas, partitionLogStart, partitionLogEnd,
    partitionLastStable, partitionLogSize, partitionTrouble,
  ]

  package static let partitionLeader = Metric(
    "broker_partition_leader", .gauge, perCluster: ["topic", "partition"],
    help: "Id of the broker that leads the partition; absent without a leader."
  ) { cluster, rows in
    cluster.writePartitions(to: &rows) { table, row in table.leader(of: row) }
  }

  package static let partitionReplicas = Metric(
    "broker_partition_replicas", .gauge, perCluster: ["topic", "partition"],
    help: "Replicas of the partition, the leader and those being added included."
  ) { cluster, rows in
    cluster.writePartitions(to: &rows) { table, row in
      let count = table.replicas[row].count
      return count > 0 ? count : nil
    }
  }

  package static let partitionInSyncReplicas = Metric(
    "broker_partition_in_sync_replicas", .gauge, perCluster: ["topic", "partition"],
    help: "Replicas of the partition that are in sync, the leader included."
  ) { cluster, rows in
    guard !cluster.isFrozen else { return }
    cluster.writePartitions(to: &rows) { table, row in
      table.replicas[row].isEmpty ? nil : table.inSync[row].count
    }
  }

  package static let partitionLogStart = Metric(
    "broker_partition_log_start_offset", .gauge, perCluster: ["topic", "partition"],
    help: "Offset of the first record that the partition's leader still has."
  ) { cluster, rows in
    cluster.writePartitions(to: &rows) { table, row in table.logStarts[row] }
  }

  package static let partitionLogEnd = Metric(
    "broker_partition_log_end_offset", .gauge, perCluster: ["topic", "partition"],
    help: "Offset up to which consumers can read the partition (its high watermark)."
  ) { cluster, rows in
    cluster.writePartitions(to: &rows) { table, row in table.logEnds[row] }
  }

  package static let partitionLastStable = Metric(
    "broker_partition_last_stable_offset", .gauge, perCluster: ["topic", "partition"],
    help:
      "Offset up to which read-committed consumers can read, only where an open transaction holds them back."
  ) { cluster, rows in
    cluster.writePartitions(to: &rows) { table, row in
      (table.unstable[row] ?? 0) > 0 ? table.lastStables[row] : nil
    }
  }

  package static let partitionLogSize = Metric(
    "broker_partition_log_size_bytes", .gauge, unit: .bytes, perCluster: ["topic", "partition"],
    help: "Size of the partition's log on its leader."
  ) { cluster, rows in
    cluster.writePartitions(to: &rows) { table, row in table.sizes[row] }
  }

  package static let partitionTrouble = Metric(
    "broker_partition_trouble", .gauge, perCluster: ["topic", "partition", "kind"],
    help: "1 for each thing that is wrong with the partition; partitions without trouble have no series."
  ) { cluster, rows in
    let troubles = cluster.verdict.troubles
    for topic in cluster.reading.topics where cluster.reading.names(topic) {
      for row in topic.partitions.clamped(to: troubles.indices) where !troubles[row].isEmpty {
        // A broker that is down has no watcher of its own any more to name the partitions that miss it.
        let shown = cluster.reading.shows(row) ? troubles[row] : troubles[row].intersection(.unavailable)
        for (kind, label) in PartitionTroubles.labels where shown.contains(kind) {
          rows.write(1, cluster.name, topic.name, row - topic.partitions.lowerBound, label)
        }
      }
    }
  }
}

extension PartitionTroubles {
  fileprivate static let labels: [(PartitionTroubles, String)] = [
    (.underReplicated, "under_replicated"), (.underMinimum, "under_min_isr"), (.offline, "offline"),
    (.unavailable, "unavailable"), (.notPreferred, "not_preferred"), (.reassigning, "reassigning"),
    (.hot, "hot"), (.hangingTransaction, "hanging_transaction"),
  ]
}
