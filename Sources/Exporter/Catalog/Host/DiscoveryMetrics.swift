import Model

extension Catalog {
  static let discoveryMetrics = [discoveredInfo, discoveryProblems]

  package static let discoveredInfo = Metric(
    "broker_discovered_info", .info,
    labels: ["broker", "profile", "role", "process", "container", "unit", "cluster_id", "version"],
    help: "A broker that was found on this host, and what belongs to it.", from: \.discovery
  ) { discovery, rows in
    for broker in discovery.brokers {
      rows.write(
        1, broker.name, broker.profile, broker.role, broker.process, broker.container, broker.unit,
        broker.clusterID, broker.version)
    }
  }

  package static let discoveryProblems = Metric(
    "broker_discovery_problems", .gauge, labels: ["broker", "process", "container", "unit"],
    help:
      "What could not be found out about a broker on this host; `brokerwatch status --discovery` says what, and what to do.",
    from: \.discovery
  ) { discovery, rows in
    for broker in discovery.brokers {
      rows.write(
        broker.problems.count, broker.name, broker.process, broker.container, broker.unit)
    }
  }
}
