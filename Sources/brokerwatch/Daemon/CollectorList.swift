import Model
import Monitor
import Settings

/// The one place where collectors are listed.
struct CollectorList: Sendable {
  let probes: WatcherProbes
  let store: WorldStore
  let clusters: ClusterList
  let containers: ContainerMaker

  /// What is to run under this configuration, and why the rest is not.
  func plan(for configuration: Configuration) -> CollectorPlan {
    let entries = configuration.clusterEntries
    var running: [any Collector] = clusters.collectors(for: entries.filter(\.isEnabled))
    var off = entries.filter { !$0.isEnabled }.map(status(of:))
    let watcher = watcher(configuration)
    if configuration.collectors.watcher.isEnabled {
      running.append(watcher)
    } else {
      off.append(status(watcher.name, watcher.watches, watcher.interval))
    }
    add(configuration.collectors.containers, to: &running, off: &off)
    return CollectorPlan(running: running, off: off)
  }

  func watcher(_ configuration: Configuration) -> WatcherCollector {
    let settings = configuration.collectors.watcher
    return WatcherCollector(
      interval: settings.interval, staleAfter: settings.effectiveStaleAfter, build: .current,
      procfs: Procfs(root: configuration.path.procfs.resolved), probes: probes, store: store)
  }

  private func status(of entry: ClusterEntry) -> CollectorStatus {
    status(
      entry.collectorName, ClusterCollector.watches(entry.settings.candidates()), entry.configuration.interval
    )
  }

  func status(_ name: String, _ watches: String, _ interval: Duration) -> CollectorStatus {
    CollectorStatus(
      name: name, watches: watches, state: .off("switched off in the configuration"), interval: interval)
  }
}
