package import Model

/// What the watcher asks other parts of the program; they meet here as values, not as imports.
package struct WatcherProbes: Sendable {
  package let loops: @Sendable () -> [LoopLag]
  package let http: @Sendable () -> HTTPStatistics
  package let exposition: @Sendable () -> ExpositionStatistics
  package let reloads: @Sendable () -> [ConfigurationReload]
  package let logLinesDropped: @Sendable () -> [String: UInt64]
  package let eventsMissed: @Sendable () -> UInt64
  package let state: @Sendable () -> StateStatistics

  package init(
    loops: @escaping @Sendable () -> [LoopLag],
    http: @escaping @Sendable () -> HTTPStatistics,
    exposition: @escaping @Sendable () -> ExpositionStatistics,
    reloads: @escaping @Sendable () -> [ConfigurationReload],
    logLinesDropped: @escaping @Sendable () -> [String: UInt64],
    eventsMissed: @escaping @Sendable () -> UInt64,
    state: @escaping @Sendable () -> StateStatistics
  ) {
    self.loops = loops
    self.http = http
    self.exposition = exposition
    self.reloads = reloads
    self.logLinesDropped = logLinesDropped
    self.eventsMissed = eventsMissed
    self.state = state
  }
}
