package import Model

/// Which collectors are to run from now on, and why the others are not.
package struct CollectorPlan: Sendable {
  package let running: [any Collector]
  /// Collectors that are switched off, as people are to see them.
  package let off: [CollectorStatus]

  package init(running: [any Collector], off: [CollectorStatus]) {
    self.running = running
    self.off = off
  }

  /// Known label values begin at 0: a counter that appears with its first failure hides that failure from `rate`.
  private static let noErrors = Dictionary(
    uniqueKeysWithValues: CollectorError.Reason.allCases.map { ($0.rawValue, UInt64(0)) })

  func collector(named name: String) -> (any Collector)? {
    running.first { $0.name == name }
  }

  /// Whether this plan means nothing new for a name.
  func keeps(_ current: (any Collector)?, named name: String) -> Bool {
    guard let mine = collector(named: name) else { return current == nil }
    return current?.isSame(as: mine) ?? false
  }

  /// Every collector's status; one that ran before keeps its history.
  func statuses(after before: [CollectorStatus]) -> [CollectorStatus] {
    let history = Dictionary(before.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let running = running.map { collector in
      var status = CollectorStatus(
        name: collector.name, watches: collector.watches, state: .starting, interval: collector.interval,
        staleAfter: collector.staleAfter)
      if let known = history[collector.name], !known.isOff {
        status.state = known.state
        status.lastDuration = known.lastDuration
        status.lastSuccess = known.lastSuccess
      }
      return status
    }
    // Counters never fall, whether or not a collector is running.
    let all = (running + off).map { status in
      var status = status
      status.errors = history[status.name]?.errors ?? Self.noErrors
      return status
    }
    return all.sorted { $0.name < $1.name }
  }
}
