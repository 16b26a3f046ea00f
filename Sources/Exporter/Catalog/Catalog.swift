/// All metrics of one page, checked against each other.
package struct Catalog: Sendable {
  /// Sorted by name.
  package let metrics: [Metric]

  /// Refuses what Prometheus or OpenMetrics would refuse, and names that two metrics would share.
  package init(_ metrics: [Metric]) throws(CatalogError) {
    var owners: [String: String] = [:]
    for metric in metrics {
      try metric.validate()
      for name in metric.reservedNames {
        if let owner = owners.updateValue(metric.name, forKey: name) {
          throw CatalogError(metric: metric.name, problem: .nameTaken(name, by: owner))
        }
      }
    }
    self.metrics = metrics.sorted { $0.name < $1.name }
  }

  /// Everything that Brokerwatch can say.
  package static func brokerwatch() throws(CatalogError) -> Catalog {
    try Catalog([own, kafka, host].flatMap { lists in lists.flatMap(\.self) })
  }

  /// Of the watcher itself.
  private static var own: [[Metric]] {
    [
      watcherMetrics, collectorMetrics, httpMetrics, expositionMetrics, processMetrics, kafkaClientMetrics,
      readingMetrics,
    ]
  }

  private static var kafka: [[Metric]] {
    [
      clusterMetrics, brokerMetrics, replicationMetrics, quorumMetrics, logDirMetrics, trafficMetrics,
      topicMetrics, partitionMetrics, groupMetrics, groupTopicMetrics, canaryMetrics,
    ]
  }

  /// Of this host, and of what is said of everything together.
  private static var host: [[Metric]] {
    [
      discoveryMetrics,
      healthMetrics,
      hostProcessMetrics, hostSocketMetrics, jvmMetrics, pressureMetrics,
      containerMetrics, containerUsageMetrics, containerTrafficMetrics,
      unitMetrics, unitResourceMetrics, systemdMetrics,
      dataDirectoryMetrics, dataSpaceMetrics, dataDiskMetrics,
    ]
  }
}
