package import Model

/// Watches Brokerwatch itself: what a monitor costs is the first thing its users ask.
package struct WatcherCollector: Collector {
  package let name = "watcher"
  package let watches = "Brokerwatch itself: its process, event loops, HTTP server and configuration"
  package let interval: Duration
  package let staleAfter: Duration
  private let build: BuildInfo
  private let procfs: Procfs
  private let probes: WatcherProbes
  private let store: WorldStore

  package init(
    interval: Duration, staleAfter: Duration, build: BuildInfo, procfs: Procfs, probes: WatcherProbes,
    store: WorldStore
  ) {
    self.interval = interval
    self.staleAfter = staleAfter
    self.build = build
    self.procfs = procfs
    self.probes = probes
    self.store = store
  }

  package func tick() async throws {
    let section = WatcherSection(
      build: build, process: try OwnProcess.read(from: procfs), loops: probes.loops(), http: probes.http(),
      exposition: probes.exposition(), reloads: probes.reloads(), logLinesDropped: probes.logLinesDropped(),
      eventsMissed: probes.eventsMissed(), state: probes.state())
    store.replace(\.watcher, with: section, staleAfter: staleAfter)
  }
}
