import FoundationEssentials
import TestSupport

/// Every page of a daemon for a while, one of each reading, and how long the slowest scrape took.
struct ReadingLog {
  private(set) var pages: [MetricsPage] = []
  private(set) var slowestScrape = 0.0

  /// Scrapes until `isDone` is content with the pages so far.
  static func of(
    _ daemon: RunningDaemon, within limit: Duration = .seconds(60), until isDone: ([MetricsPage]) -> Bool
  ) async throws -> ReadingLog {
    var log = ReadingLog()
    try await eventually("readings as awaited", within: limit) {
      let scrape = "sleep 0.1; exec curl -sS --max-time 5 -w '\\n%{time_total}' \(daemon.url())"
      let output = try await Command("sh", "-c", scrape).output
      let seconds = output.split(separator: "\n").last.flatMap { Double($0) } ?? .infinity
      log.slowestScrape = max(log.slowestScrape, seconds)
      let page = MetricsPage(output)
      guard page.lastReading != log.pages.last?.lastReading else { return false }
      log.pages.append(page)
      return isDone(log.pages)
    }
    return log
  }
}

extension MetricsPage {
  /// When the last reading of the cluster began.
  var beganReading: Double? {
    let spent = value(of: "brokerwatch_collector_duration_seconds", ["collector": "cluster/main"])
    return lastReading.flatMap { end in spent.map { end - $0 } }
  }

  func isUp(_ broker: Int) -> Bool? { value(of: "broker_up", ["broker": "\(broker)"]).map { $0 == 1 } }
}

/// Seconds since 1970, on the clock that the daemon has, too.
func wallSeconds() -> Double { Date.now.timeIntervalSince1970 }
