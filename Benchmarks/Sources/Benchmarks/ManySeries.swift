import Exporter
import Model

/// A world whose page has 100,000 series, about ten megabytes.
struct ManySeries {
  enum Kind: CaseIterable {
    /// Five families of whole numbers, durations and times.
    case gauges
    /// One family of histograms without bounds; every third row has a sum of 17 digits.
    case histograms
  }

  static let seriesCount = 100_000
  let kind: Kind
  let store = WorldStore(time: SystemTime())

  /// Changes every value.
  func change(_ round: Int) {
    switch kind {
    case .gauges:
      let collectors = (0..<Self.seriesCount / 5).map { Self.collector($0, round) }
      store.replace(\.collectors, with: CollectorsSection(collectors: collectors), staleAfter: .seconds(600))
    case .histograms:
      store.replace(\.watcher, with: Self.watcher(round), staleAfter: .seconds(600))
    }
  }

  private static func collector(_ index: Int, _ round: Int) -> CollectorStatus {
    let now = SystemTime().now()
    return CollectorStatus(
      name: "cluster-main/topic-\(index % 500)/partition-\(index)", watches: "", state: .watching,
      interval: .seconds(10),
      lastDuration: .nanoseconds(Int64(1_234_567_891 + round * 7919 + index * 104_729)),
      lastSuccess: Moment(
        wall: Timestamp(nanoseconds: now.wall.nanoseconds + Int64(index)), uptime: now.uptime),
      errors: ["timeout": UInt64(round * 1_000_003 + index)])
  }

  private static func watcher(_ round: Int) -> WatcherSection {
    let loops = (0..<seriesCount / 3).map { index in
      var lag = Histogram(bounds: [])
      lag.observe(Double(index) * 1.1 + Double(round) / 7)
      return LoopLag(loop: "cluster-main/topic-\(index % 500)/partition-\(index)", seconds: lag)
    }
    return WatcherSection(
      build: BuildInfo(version: "1", revision: nil, swiftVersion: "6"), process: ProcessUsage(), loops: loops,
      http: HTTPStatistics(), exposition: ExpositionStatistics(), reloads: [], logLinesDropped: [:],
      eventsMissed: 0, state: StateStatistics())
  }
}
