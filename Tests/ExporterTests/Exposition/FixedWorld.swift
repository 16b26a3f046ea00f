import Model
import TestSupport

/// The world of the golden scrape: every kind of row that the catalogue can write.
struct FixedWorld {
  static let collectorName = "docker \"local\" C:\\run\nœ😀"
  let time = ManualTime()
  let store: WorldStore

  init() {
    store = WorldStore(time: time)
    store.replace(\.watcher, with: Self.watcher, staleAfter: .seconds(60))
    store.replace(\.collectors, with: Self.collectors, staleAfter: .seconds(60))
  }

  static var watcher: WatcherSection {
    WatcherSection(
      build: BuildInfo(version: "1.2.3", revision: "abc1234", swiftVersion: "6.3.1"), process: process,
      loops: [
        LoopLag(
          loop: "watch",
          seconds: histogram(bounds: [0.001, 0.1, 1, 1_000_000], of: [0.0009765625, 0.0625, 0.0625, 2]))
      ],
      http: http, exposition: exposition,
      reloads: [
        ConfigurationReload(name: "main", succeeded: true, appliedAt: Timestamp(seconds: 1_699_999_100)),
        ConfigurationReload(name: "web", succeeded: false, appliedAt: nil),
      ],
      logLinesDropped: ["rate": 5], eventsMissed: 0, state: state)
  }

  /// One that works, one that fails and is stale, one that is off, and one whose first tick is still running.
  static let collectors = CollectorsSection(collectors: [
    CollectorStatus(
      name: "cluster", watches: "", state: .watching, interval: .seconds(10),
      lastDuration: .milliseconds(250),
      lastSuccess: Moment(wall: Timestamp(nanoseconds: 1_699_999_995_500_000_000), uptime: .seconds(995.5)),
      errors: ["refused": 1, "deadline": 2]),
    CollectorStatus(
      name: collectorName, watches: "", state: .failing("refused"), interval: .seconds(10),
      lastDuration: .nanoseconds(1_000_000_001),
      lastSuccess: Moment(wall: Timestamp(seconds: 1_699_999_900), uptime: .seconds(900)),
      errors: ["refused": .max]),
    CollectorStatus(name: "journal", watches: "", state: .off("nobody asked"), interval: .seconds(10)),
    CollectorStatus(name: "units", watches: "", state: .starting, interval: .seconds(10)),
  ])

  private static var state: StateStatistics {
    var state = StateStatistics()
    state.saves = 12
    state.errors[.write] = 3
    return state
  }

  private static var process: ProcessUsage {
    var process = ProcessUsage()
    process.cpuSeconds = 12.34
    process.residentBytes = 24_117_248
    process.virtualBytes = 123_456_789
    process.openDescriptors = 17
    process.descriptorLimit = 1024
    process.threads = 9
    process.startTime = Timestamp(nanoseconds: 1_699_999_000_250_000_000)
    return process
  }

  private static var http: HTTPStatistics {
    var http = HTTPStatistics()
    http.requests = [
      .init(handler: "page", code: 200): 2, .init(handler: "metrics", code: 406): 1,
      .init(handler: "metrics", code: 200): 1_234_567,
    ]
    http.durations = ["metrics": histogram(bounds: [0.005, 0.5], of: [0.25])]
    http.openConnections = 3
    http.closedConnections = ["idle": 2]
    return http
  }

  private static var exposition: ExpositionStatistics {
    var exposition = ExpositionStatistics()
    exposition.series = 41
    exposition.bytes = ["identity": 5120, "gzip": 1024]
    exposition.renderSeconds = histogram(bounds: [0.00001, 0.025, 2.5], of: [0.03125])
    exposition.droppedSamples = ["not_a_number": 7]
    return exposition
  }

  private static func histogram(bounds: [Double], of values: [Double]) -> Histogram {
    var histogram = Histogram(bounds: bounds)
    for value in values { histogram.observe(value) }
    return histogram
  }
}
