import Model

extension Catalog {
  static let groupMetrics = [
    groupInfo, groupState, groupStatus, groupCause, groupMembers, groupEmptyMembers, groupRebalances,
    committedOffset, consumerLag, consumerLagSeconds, assignmentInfo,
  ]

  package static let groupInfo = Metric(
    "broker_consumer_group_info", .info, perCluster: ["group", "type", "protocol", "coordinator"],
    help: "By which protocol the group shares its work, and which broker coordinates it."
  ) { cluster, rows in
    for group in cluster.reading.groups {
      rows.write(
        1, cluster.name, group.name, group.kind?.rawValue, group.protocolName, group.coordinator)
    }
  }

  package static let groupState = Metric(
    "broker_consumer_group_state", .stateSet(label: "state", states: GroupState.allCases.map(\.rawValue)),
    perCluster: ["group"],
    help: "What the group's coordinator says that the group is doing, in Kafka's words."
  ) { cluster, rows in
    for group in cluster.reading.groups {
      rows.write(state: group.state?.rawValue, cluster.name, group.name)
    }
  }

  package static let groupStatus = Metric(
    "broker_consumer_group_status", .stateSet(label: "status", states: GroupStatus.allCases.map(\.rawValue)),
    perCluster: ["group"],
    help: "How the group gets on, judged by its progress and not by the size of its lag."
  ) { cluster, rows in
    for (group, judged) in zip(cluster.reading.groups, cluster.verdict.groups) {
      rows.write(state: judged.status?.rawValue, cluster.name, group.name)
    }
  }

  package static let groupCause = Metric(
    "broker_consumer_group_cause", .gauge, perCluster: ["group", "cause"],
    help: "1 for each thing that may explain the group's status."
  ) { cluster, rows in
    for (group, judged) in zip(cluster.reading.groups, cluster.verdict.groups) where !judged.causes.isEmpty {
      for cause in judged.causes.labels { rows.write(1, cluster.name, group.name, cause) }
    }
  }

  package static let groupMembers = Metric(
    "broker_consumer_group_members", .gauge, perCluster: ["group"], help: "Consumers in the group."
  ) { cluster, rows in
    cluster.writeGroups(to: &rows) { _, judged in judged.members }
  }

  package static let groupEmptyMembers = Metric(
    "broker_consumer_group_empty_members", .gauge, perCluster: ["group"],
    help: "Consumers in the group to which no partition is assigned."
  ) { cluster, rows in
    cluster.writeGroups(to: &rows) { _, judged in judged.emptyMembers }
  }

  package static let groupRebalances = Metric(
    "broker_consumer_group_rebalances_total", .counter, perCluster: ["group"],
    help: "Rebalances of the group, as readings show them; several between two readings count as one."
  ) { cluster, rows in
    cluster.writeGroups(to: &rows) { _, judged in judged.rebalances }
  }

  package static let committedOffset = Metric(
    "broker_consumer_committed_offset", .gauge, perCluster: ["group", "topic", "partition"],
    help: "Offset of the next record that the group has to consume; where a share group starts."
  ) { cluster, rows in
    let offsets = cluster.reading.positions.offsets
    cluster.writePositions(to: &rows, downTo: [.partition]) { offsets[$0] }
  }

  package static let consumerLag = Metric(
    "broker_consumer_lag", .gauge, perCluster: ["group", "topic", "partition"],
    help:
      "Offsets between the group's commit and the end of the log: compaction and transaction markers leave holes among them."
  ) { cluster, rows in
    let lags = cluster.verdict.lags.lags
    cluster.writePositions(to: &rows, downTo: [.partition, .lags]) { lags[$0] }
  }

  package static let consumerLagSeconds = Metric(
    "broker_consumer_lag_seconds", .gauge, unit: .seconds, perCluster: ["group", "topic", "partition"],
    help: "How long ago the next record was appended that the group has to consume; 0 without lag."
  ) { cluster, rows in
    let ages = cluster.verdict.lags.ages
    cluster.writePositions(to: &rows, downTo: [.partition]) { ages[$0].map(TenthsOfSeconds.init) }
  }

  package static let assignmentInfo = Metric(
    "broker_consumer_assignment_info", .info,
    perCluster: ["group", "topic", "partition", "member", "client", "host"],
    help: "Which consumer of the group reads the partition; off unless it is asked for."
  ) { cluster, rows in
    guard cluster.showsAssignments, cluster.granularity == .partition else { return }
    for group in cluster.reading.groups {
      for member in group.members ?? [] {
        for row in member.assigned ?? [] {
          guard let topic = cluster.reading.topic(ofRow: Int(row)), cluster.reading.names(topic) else {
            continue
          }
          rows.write(
            1, cluster.name, group.name, topic.name, Int(row) - topic.partitions.lowerBound, member.id,
            member.client, member.host)
        }
      }
    }
  }
}
