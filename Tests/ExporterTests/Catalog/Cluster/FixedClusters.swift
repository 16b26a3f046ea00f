import Model
import TestSupport

/// Four clusters made by hand: one in full, one frozen, one as a broker's own watcher sees it, and one that is stale.
struct FixedClusters {
  let time = ManualTime()
  let store: WorldStore

  init(_ clusters: [ClusterSection]? = nil) {
    store = WorldStore(time: time)
    let now = time.now()
    let list = clusters ?? [Self.frozen(now), Self.main(now), Self.sidecar(now), Self.stale(now)]
    store.replace(\.clusters, with: ClustersSection(clusters: list), staleAfter: .seconds(600))
    store.replace(\.kafkaClient, with: Self.client, staleAfter: .seconds(600))
  }

  static func section(
    _ name: String, _ reading: ClusterReading, _ verdict: ClusterVerdict, readAt: Moment
  ) -> ClusterSection {
    ClusterSection(name: name, reading: reading, verdict: verdict, readAt: readAt, staleAfter: .seconds(30))
  }

  /// The same instant, so much earlier.
  static func earlier(_ now: Moment, by age: Duration) -> Moment {
    Moment(
      wall: Timestamp(nanoseconds: now.wall.nanoseconds - age.wholeNanoseconds), uptime: now.uptime - age)
  }

  /// What was true 31 seconds ago.
  private static func stale(_ now: Moment) -> ClusterSection {
    var reading = ClusterReading()
    reading.identity.kind = .redpanda
    reading.brokers = [BrokerReading(id: 1, answers: true)]
    return section("stale", reading, ClusterVerdict(), readAt: earlier(now, by: .seconds(31)))
  }

  private static var client: KafkaClientSection {
    var client = KafkaClientSection()
    client.requests = ["Metadata": 12, "ListOffsets": 36]
    client.errors = ["Metadata": ["timeout": 1, "closed": 2]]
    var durations = Histogram(bounds: [0.01, 0.1])
    for seconds in [0.0078125, 0.0625, 0.5] { durations.observe(seconds) }
    client.durations = ["Metadata": durations]
    (client.bytesReceived, client.bytesSent) = (123_456, 789)
    return client
  }
}
