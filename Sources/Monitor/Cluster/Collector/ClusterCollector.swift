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

  package var watches: String { Self.watches(settings.candidates()) }

  package static func watches(_ candidates: [BrokerCandidate]) -> String {
    guard !candidates.isEmpty else { return "The Kafka cluster of this host" }
    let places = candidates.prefix(3).map(\.description)
    return "The Kafka cluster at \(places.joined(separator: ", "))"
  }

  package func tick() async throws {
    defer {
      store.replace(
        \.kafkaClient, with: KafkaClientSection(client.meter.statistics), staleAfter: .seconds(Int64.max))
    }
    let section: ClusterSection
    do {
      section = try await read()
    } catch {
      if let outage = await watch.outage() { _ = board.publish(outage, by: name) }
      throw error
    }
    guard board.publish(section, by: name) else {
      throw CollectorError(
        .refused,
        "The cluster '\(section.name)' is watched by another entry of `clusters` already; leave one of them out."
      )
    }
    await watch.saveIfDue()
  }

  /// That nobody is where nobody was promised is no failure; that a cluster went away is one.
  private func read() async throws -> ClusterSection {
    do throws(CollectorError) {
      return try await watch.read()
    } catch {
      let candidates = settings.candidates()
      guard candidates.allSatisfy({ $0.source == .usual }), await !watch.wasFound else { throw error }
      let places = candidates.map(\.description).joined(separator: " and ")
      throw NothingToWatch(
        "No Kafka was found on \(places). If there is one elsewhere, name it in `clusters` or with "
          + "--kafka.bootstrap. What was tried: \(error)")
    }
  }

  package func isSame(as other: any Collector) -> Bool {
    (other as? ClusterCollector)?.watch === watch
  }

  package func stayOpen(during ticks: @Sendable () async -> Void) async {
    let watch = watch
    await client.whileConnected {
      await withTaskGroup(of: Void.self) { group in
        group.addTask(name: "canary of \(settings.collectorName)") { await watch.keepCanary() }
        await ticks()
        group.cancelAll()
      }
    }
    await watch.save()
    board.remove(name)
  }
}
