package import Kafka
package import Model
package import Patterns
package import Transport

/// How one cluster is watched.
package struct ClusterCollectorSettings: Sendable {
  /// The collector's own name, the same in every plan that means the same cluster.
  package var collectorName = "cluster"
  /// The `cluster` label; nil: the cluster's id.
  package var label: String?
  /// Where to look for brokers, asked again before every attempt to find the cluster.
  package var candidates: @Sendable () -> [BrokerCandidate] = { [.usual] }
  package var scope = ClusterScopeChoice.broker
  package var interval = Duration.seconds(10)
  package var staleAfter = Duration.seconds(30)
  /// Nil: as the interval says.
  package var requestTimeout: Duration?
  package var tls: TLSSettings?
  package var connection = ConnectionSettings()
  package var topics = NameFilter(exclude: [.internalNames])
  package var groups = NameFilter.everything
  package var granularity = GranularityChoice.automatic
  package var seriesBudget = 200_000
  package var expectedBrokers: Int?
  /// Shows who consumes which partition.
  package var showsAssignments = false
  /// Reads single record headers where offsets alone do not tell a record's time.
  package var readsRecords = false
  package var canary = CanarySettings()
  /// For what people must know to get the canary going.
  package var log = Logger { _, _, _ in }
  /// Where the offset history outlives a restart.
  package var state: StateDirectory?

  package init() {}

  /// A cycle sends one request after the other, and must end before the next begins.
  package var requestDeadline: Duration {
    requestTimeout ?? min(.seconds(2), interval / 4)
  }
}
