import Kafka
import Model
import Monitor
import Systemd
import Transport

/// Makes the collectors of clusters, and keeps those that a new configuration does not change: their connections, counters
/// and histories go on.
final class ClusterList: Sendable {
  private struct Made {
    let entry: ClusterEntry
    let collector: ClusterCollector
  }

  private let made = Locked<[Made]>([])
  private let loop: EventLoop
  private let client: HTTPClient
  private let store: WorldStore
  private let state: StateDirectory
  private let log: Logger
  private let board: ClusterBoard
  /// Of all clusters together.
  private let meter = RequestMeter()

  /// `client` asks for tokens.
  init(on loop: EventLoop, client: HTTPClient, store: WorldStore, state: StateDirectory, log: Logger) {
    self.loop = loop
    self.client = client
    self.store = store
    self.state = state
    self.log = log
    board = ClusterBoard(store: store)
  }

  /// The collectors of these entries, which from now on are the only ones.
  func collectors(for entries: [ClusterEntry]) -> [ClusterCollector] {
    made.withLock { made in
      made = entries.map { entry in
        // One that was off meanwhile cannot go on: its connections have ended for good.
        made.first { $0.entry == entry } ?? Made(entry: entry, collector: collector(for: entry))
      }
      return made.map(\.collector)
    }
  }

  private func collector(for entry: ClusterEntry) -> ClusterCollector {
    var settings = entry.settings
    settings.connection.credentials = entry.configuration.sasl?.credentials(client, on: loop)
    settings.state = state
    settings.log = log
    return ClusterCollector(settings, meter: meter, board: board, store: store, on: loop)
  }
}
