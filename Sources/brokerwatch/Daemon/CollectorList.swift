import Model
import Monitor
import Settings

/// The one place where collectors are listed.
struct CollectorList: Sendable {
  let probes: WatcherProbes
  let store: WorldStore
  let clusters: ClusterList
  let host: HostBoard
  let containers: ContainerMaker
  let processes: ProcessMaker

  /// The clusters to watch, as far as it is known by now.
  func entries(for configuration: Configuration) -> [ClusterEntry] {
    let discovery = store.current.discovery?.value ?? DiscoverySection()
    return configuration.clusterEntries(discovered: DiscoveredCluster.all(discovery))
  }

  /// What is to run under this configuration, and why the rest is not.
  func plan(for configuration: Configuration) -> CollectorPlan {
    plan(for: configuration, clusters: entries(for: configuration))
  }

  func plan(for configuration: Configuration, clusters entries: [ClusterEntry]) -> CollectorPlan {
    host.use(configuration.catalog)
    var running: [any Collector] = clusters.collectors(for: entries.filter(\.isEnabled))
    var off = entries.compactMap { entry in entry.offReason.map { status(of: entry, off: $0) } }
    let watcher = watcher(configuration)
    if configuration.collectors.watcher.isEnabled {
      running.append(watcher)
    } else {
      off.append(status(watcher.name, watcher.watches, watcher.interval))
    }
    add(configuration.collectors.containers, to: &running, off: &off)
    addProcesses(configuration, to: &running, off: &off)
    return CollectorPlan(running: running, off: off)
  }

  func watcher(_ configuration: Configuration) -> WatcherCollector {
    let settings = configuration.collectors.watcher
    return WatcherCollector(
      interval: settings.interval, staleAfter: settings.effectiveStaleAfter, build: .current,
      procfs: Procfs(root: configuration.path.procfs.resolved), probes: probes, store: store)
  }

  private func status(of entry: ClusterEntry, off reason: String) -> CollectorStatus {
    status(
      entry.collectorName, ClusterCollector.watches(entry.settings.candidates()),
      entry.configuration.interval, off: reason)
  }

  func status(
    _ name: String, _ watches: String, _ interval: Duration, off reason: String = ClusterEntry.switchedOff
  ) -> CollectorStatus {
    CollectorStatus(name: name, watches: watches, state: .off(reason), interval: interval)
  }
}
