import Model
import Monitor
import Settings

/// The one place where collectors are listed.
struct CollectorList: Sendable {
  let probes: WatcherProbes
  let store: WorldStore
  let clusters: ClusterList
  let containers: ContainerMaker
  let dataDirectories: DataDirectoryList
  let units: UnitList

  /// What is to run under this configuration, and why the rest is not.
  func plan(for configuration: Configuration) -> CollectorPlan {
    let entries = configuration.clusterEntries
    var running: [any Collector] = clusters.collectors(for: entries.filter(\.isEnabled))
    var off = entries.filter { !$0.isEnabled }.map(status(of:))
    for (collector, isEnabled) in others(configuration) {
      if isEnabled {
        running.append(collector)
      } else {
        off.append(status(collector.name, collector.watches, collector.interval))
      }
    }
    add(configuration.collectors.containers, to: &running, off: &off)
    return CollectorPlan(running: running, off: off)
  }

  /// Those that there is one of, and whether they are to run.
  private func others(_ configuration: Configuration) -> [(any Collector, isEnabled: Bool)] {
    let settings = configuration.collectors
    return [
      (
        dataDirectories.collector(for: settings.dataDirectories, procfs: configuration.path.procfs),
        settings.dataDirectories.isEnabled
      ),
      (units.collector(for: settings.units), settings.units.isEnabled),
      (watcher(configuration), settings.watcher.isEnabled),
    ]
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
