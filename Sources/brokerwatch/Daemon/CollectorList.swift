import Kafka
import Model
import Monitor
import Settings
import Systemd

/// The one place where collectors are listed: a new one is a line in `all`.
struct CollectorList: Sendable {
  let probes: WatcherProbes
  let store: WorldStore
  let loop: EventLoop
  let clusters: ClusterBoard
  /// Of all clusters together.
  let meter = RequestMeter()

  /// What is to run under this configuration, and why the rest is not.
  func plan(for configuration: Configuration) -> CollectorPlan {
    var all: [(collector: any Collector, isEnabled: Bool)] = [
      (watcher(configuration), configuration.collectors.watcher.isEnabled)
    ]
    all += configuration.clusterCollectors.map { (cluster($0.settings), $0.isEnabled) }
    return CollectorPlan(
      running: all.filter(\.isEnabled).map(\.collector),
      off: all.filter { !$0.isEnabled }.map { entry in
        CollectorStatus(
          name: entry.collector.name, watches: entry.collector.watches,
          state: .off("switched off in the configuration"), interval: entry.collector.interval)
      })
  }

  func watcher(_ configuration: Configuration) -> WatcherCollector {
    let settings = configuration.collectors.watcher
    return WatcherCollector(
      interval: settings.interval, staleAfter: settings.effectiveStaleAfter, build: .current,
      procfs: Procfs(root: configuration.path.procfs.resolved), probes: probes, store: store)
  }

  private func cluster(_ settings: ClusterCollectorSettings) -> ClusterCollector {
    ClusterCollector(settings, meter: meter, board: clusters, store: store, on: loop)
  }
}
