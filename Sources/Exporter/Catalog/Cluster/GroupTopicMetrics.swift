import Model

extension Catalog {
  static let groupTopicMetrics = [
    groupLag, groupLagSeconds, groupLagVelocity, groupTimeToDrain, groupLagRetentionRatio,
    groupPartitionsWithoutCommit, groupPartitionsAhead, groupPartitionsUnknown, recordsConsumed, recordsLost,
    lastCommit,
  ]

  package static let groupLag = Metric(
    "broker_consumer_group_lag", .gauge, perCluster: ["group", "topic"],
    help: "Offsets that the group is behind on the topic, over all partitions whose lag is known."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.lag }
  }

  package static let groupLagSeconds = Metric(
    "broker_consumer_group_lag_seconds", .gauge, unit: .seconds, perCluster: ["group", "topic"],
    help: "How long ago the oldest record was appended that the group has still to consume of the topic."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.lagSeconds }
  }

  package static let groupLagVelocity = Metric(
    "broker_consumer_group_lag_velocity", .gauge, perCluster: ["group", "topic"],
    help: "By how many offsets a second the lag grows; below 0 it shrinks."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.lagVelocity }
  }

  package static let groupTimeToDrain = Metric(
    "broker_consumer_group_time_to_drain_seconds", .gauge, unit: .seconds, perCluster: ["group", "topic"],
    help: "After which time the lag is gone if it goes on shrinking so; absent while it does not shrink."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.secondsToDrain }
  }

  package static let groupLagRetentionRatio = Metric(
    "broker_consumer_group_lag_retention_ratio", .gauge, perCluster: ["group", "topic"],
    help:
      "Share of the topic's retention that the worst partition's lag uses; from 1 up, records are deleted unread."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.retentionShare }
  }

  package static let groupPartitionsWithoutCommit = Metric(
    "broker_consumer_group_partitions_without_commit", .gauge, perCluster: ["group", "topic"],
    help: "Partitions that the group has to consume and on which it committed nothing: no lag is known there."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.withoutCommit }
  }

  package static let groupPartitionsAhead = Metric(
    "broker_consumer_group_partitions_ahead", .gauge, perCluster: ["group", "topic"],
    help: "Partitions on which the group committed beyond the end of the log; their lag counts as 0."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.ahead }
  }

  package static let groupPartitionsUnknown = Metric(
    "broker_consumer_group_partitions_unknown", .gauge, perCluster: ["group", "topic"],
    help: "Partitions with a commit whose lag is not known: sums of lag lack them."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.unknown }
  }

  package static let recordsConsumed = Metric(
    "broker_consumer_records_consumed_total", .counter, perCluster: ["group", "topic"],
    help: "By how many offsets the group's commits on the topic grew since Brokerwatch first saw them."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.consumed }
  }

  package static let recordsLost = Metric(
    "broker_consumer_records_lost_total", .counter, perCluster: ["group", "topic"],
    help: "Offsets of the topic that were deleted before the group had consumed them."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.lost }
  }

  package static let lastCommit = Metric(
    "broker_consumer_last_commit_timestamp_seconds", .gauge, unit: .seconds, perCluster: ["group", "topic"],
    help: "When the group last committed progress on the topic, to the accuracy of a cycle."
  ) { cluster, rows in
    cluster.writeGroupTopics(to: &rows) { $0.lastCommit }
  }
}
