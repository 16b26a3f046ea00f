import Model

extension Catalog {
  static let canaryMetrics = [
    canaryProduce, canaryFetch, canaryEndToEnd, canaryProduced, canaryConsumed, canaryLost, canaryErrors,
  ]

  package static let canaryProduce = Metric(
    "broker_canary_produce_seconds", .histogram, unit: .seconds, perCluster: ["broker"],
    help: "How long the broker took to acknowledge one record of the canary."
  ) { cluster, rows in
    cluster.canary.forEachInOrder { rows.write($1.produce, cluster.name, $0) }
  }

  package static let canaryFetch = Metric(
    "broker_canary_fetch_seconds", .histogram, unit: .seconds, perCluster: ["broker"],
    help: "How long the broker took to hand out one record of the canary."
  ) { cluster, rows in
    cluster.canary.forEachInOrder { rows.write($1.fetch, cluster.name, $0) }
  }

  package static let canaryEndToEnd = Metric(
    "broker_canary_end_to_end_seconds", .histogram, unit: .seconds, perCluster: ["broker"],
    help: "Time from sending one record of the canary to having it back."
  ) { cluster, rows in
    cluster.canary.forEachInOrder { rows.write($1.endToEnd, cluster.name, $0) }
  }

  package static let canaryProduced = Metric(
    "broker_canary_records_produced_total", .counter, perCluster: ["broker"],
    help: "Records of the canary that the broker acknowledged."
  ) { cluster, rows in
    cluster.canary.forEachInOrder { rows.write($1.produced, cluster.name, $0) }
  }

  package static let canaryConsumed = Metric(
    "broker_canary_records_consumed_total", .counter, perCluster: ["broker"],
    help: "Records of the canary that came back."
  ) { cluster, rows in
    cluster.canary.forEachInOrder { rows.write($1.consumed, cluster.name, $0) }
  }

  package static let canaryLost = Metric(
    "broker_canary_records_lost_total", .counter, perCluster: ["broker"],
    help: "Records of the canary that the broker acknowledged and that never came back."
  ) { cluster, rows in
    cluster.canary.forEachInOrder { rows.write($1.lost, cluster.name, $0) }
  }

  package static let canaryErrors = Metric(
    "broker_canary_errors_total", .counter, perCluster: ["broker", "reason"],
    help: "What kept the canary from producing or fetching, by Kafka's name of the error or a word for it."
  ) { cluster, rows in
    cluster.canary.forEachInOrder { broker, canary in
      canary.errors.forEachInOrder { rows.write($1, cluster.name, broker, $0) }
    }
  }
}
