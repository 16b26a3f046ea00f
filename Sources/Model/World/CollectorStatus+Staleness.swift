extension CollectorStatus {
  /// Readings older than this are not believed any more: three ticks in a row were missed.
  package var staleAfter: Duration {
    interval * 3
  }

  /// When the last reading stops being believed, on the boot clock; nil when there was none.
  package var staleSince: Duration? {
    lastSuccess.map { $0.uptime + staleAfter }
  }

  /// Nil while nothing can be expected of the collector: it is off, or its first tick is still running.
  package func isStale(at now: Moment) -> Bool? {
    switch state {
    case .off: nil
    case .starting where lastSuccess == nil: nil
    case .watching, .starting, .failing: staleSince.map { now.uptime > $0 } ?? true
    }
  }
}
