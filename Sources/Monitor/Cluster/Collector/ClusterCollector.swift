package import Kafka
package import Model
package import Systemd

/// Watches one Kafka cluster.
package struct ClusterCollector: Collector {
  private let settings: ClusterCollectorSettings
  private let watch: ClusterWatch
  private let client: ClusterClient
  private let board: ClusterBoard
  private let store: WorldStore

  /// `meter` counts for all clusters.
  package init(
    _ settings: ClusterCollectorSettings, meter: RequestMeter, board: ClusterBoard, store: WorldStore,
    on loop: EventLoop
  ) {
    self.settings = settings
    self.board = board
    self.store = store
    client = ClusterClient(
      ClusterClientSettings(
        connection: settings.connection, tls: settings.tls, longestPause: settings.interval * 9 / 10),
      meter: meter, on: loop)
    watch = ClusterWatch(settings, client: client, on: loop)
  }

  package var name: String { settings.collectorName }
  package var interval: Duration { settings.interval }
  package var staleAfter: Duration { settings.staleAfter }

  package var watches: String {
    let places = settings.candidates().map { "\($0.host):\($0.port)" }
    return "The Kafka cluster at \(places.prefix(3).joined(separator: ", "))"
  }

  package func tick() async throws {
    defer {
      store.replace(
        \.kafkaClient, with: KafkaClientSection(client.meter.statistics), staleAfter: .seconds(Int64.max))
    }
    let section = try await watch.read()
    guard board.publish(section, by: name) else {
      throw CollectorError(
        .refused,
        "The cluster '\(section.name)' is watched by another entry of `clusters` already; leave one of them out.")
    }
  }

  package func stayOpen(during ticks: @Sendable () async -> Void) async {
    await client.whileConnected(ticks)
    board.remove(name)
  }
}
