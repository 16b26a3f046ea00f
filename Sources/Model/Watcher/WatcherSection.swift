/// What Brokerwatch knows of itself.
package struct WatcherSection: Sendable {
  package let build: BuildInfo
  package var process: ProcessUsage
  package var loops: [LoopLag]
  package var http: HTTPStatistics
  package var exposition: ExpositionStatistics
  /// Configuration files and how their last reload went, by name (`main`, `web`).
  package var reloads: [ConfigurationReload]
  /// Our own log lines that were not written, by reason.
  package var logLinesDropped: [String: UInt64]
  /// Events that a reader of the event stream was too slow for.
  package var eventsMissed: UInt64
  package var state: StateStatistics

  package init(
    build: BuildInfo, process: ProcessUsage, loops: [LoopLag], http: HTTPStatistics,
    exposition: ExpositionStatistics, reloads: [ConfigurationReload], logLinesDropped: [String: UInt64],
    eventsMissed: UInt64, state: StateStatistics
  ) {
    self.build = build
    self.process = process
    self.loops = loops
    self.http = http
    self.exposition = exposition
    self.reloads = reloads
    self.logLinesDropped = logLinesDropped
    self.eventsMissed = eventsMissed
    self.state = state
  }
}
