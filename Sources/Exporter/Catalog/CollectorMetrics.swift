import Model

extension Catalog {
  static let collectorMetrics = [
    collectorSuccess, collectorDuration, collectorLastSuccess, collectorErrors, collectorStale,
  ]

  package static let collectorSuccess = Metric(
    "brokerwatch_collector_success", .gauge, labels: ["collector"],
    help: "1 if the collector's last reading succeeded.", from: \.collectors
  ) { section, rows in
    for collector in section.collectors {
      rows.write(collector.succeeded, collector.name)
    }
  }

  package static let collectorDuration = Metric(
    "brokerwatch_collector_duration_seconds", .gauge, unit: .seconds, labels: ["collector"],
    help: "How long the collector's last reading took.", from: \.collectors
  ) { section, rows in
    for collector in section.collectors {
      rows.write(collector.lastDuration, collector.name)
    }
  }

  package static let collectorLastSuccess = Metric(
    "brokerwatch_collector_last_success_timestamp_seconds", .gauge, unit: .seconds, labels: ["collector"],
    help: "When the collector last succeeded.", from: \.collectors
  ) { section, rows in
    for collector in section.collectors {
      rows.write(collector.lastSuccess?.wall, collector.name)
    }
  }

  package static let collectorErrors = Metric(
    "brokerwatch_collector_errors_total", .counter, labels: ["collector", "reason"],
    help: "The collector's readings that failed, by reason.", from: \.collectors
  ) { section, rows in
    for collector in section.collectors {
      collector.errors.forEachInOrder { reason, count in
        rows.write(count, collector.name, reason)
      }
    }
  }

  package static let collectorStale = Metric(
    "brokerwatch_collector_stale", .gauge, labels: ["collector"],
    help: "1 if the collector has not succeeded for three intervals, so that its series are gone.",
    from: \.collectors
  ) { section, rows in
    for collector in section.collectors {
      rows.write(collector.isStale(at: rows.now), collector.name)
      if let staleSince = collector.staleSince { rows.hold(until: staleSince) }
    }
  }
}

extension CollectorStatus {
  fileprivate var succeeded: Bool? {
    switch state {
    case .watching: true
    case .failing: false
    case .starting, .off: nil
    }
  }
}
