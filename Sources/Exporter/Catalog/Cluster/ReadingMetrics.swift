import Model

// What explains a series that is missing.
extension Catalog {
  static let readingMetrics = [
    apiSupported, unread, seriesWanted, seriesBudget, seriesGranularity, seriesFallback,
  ]

  package static let apiSupported = Metric(
    "brokerwatch_api_supported", .gauge, perCluster: ["broker", "api"],
    help: "1 if the broker offers this API in a version that Brokerwatch speaks; 0 leaves out what it tells."
  ) { cluster, rows in
    cluster.apiSupport.forEachInOrder { broker, apis in
      apis.forEachInOrder { api, isSupported in rows.write(isSupported, cluster.name, broker, api) }
    }
  }

  package static let unread = Metric(
    "brokerwatch_unread", .gauge, perCluster: ["part", "reason"],
    help:
      "How many brokers, groups, topics or partitions this part could not be read for when last asked, and why."
  ) { cluster, rows in
    for part in cluster.unread { rows.write(part.count, cluster.name, part.part, part.reason) }
  }

  package static let seriesWanted = Metric(
    "brokerwatch_series_wanted", .gauge, perCluster: [],
    help: "Series per partition and per lag that the cluster would have at the finest granularity."
  ) { cluster, rows in
    rows.write(cluster.verdict.budget?.wanted, cluster.name)
  }

  package static let seriesBudget = Metric(
    "brokerwatch_series_budget", .gauge, perCluster: [],
    help: "How many such series the cluster may have before its granularity falls back."
  ) { cluster, rows in
    rows.write(cluster.verdict.budget?.limit, cluster.name)
  }

  package static let seriesGranularity = Metric(
    "brokerwatch_series_granularity",
    .stateSet(label: "granularity", states: Granularity.allCases.map(\.rawValue)), perCluster: [],
    help: "Down to what the cluster is shown: partitions; topics and each group's lag by partition; topics."
  ) { cluster, rows in
    rows.write(state: cluster.verdict.budget?.granularity.rawValue, cluster.name)
  }

  package static let seriesFallback = Metric(
    "brokerwatch_series_fallback", .gauge, perCluster: [],
    help: "1 while the cluster is shown coarser than asked for, because the budget does not allow more."
  ) { cluster, rows in
    rows.write(cluster.verdict.budget?.fellBack, cluster.name)
  }
}
