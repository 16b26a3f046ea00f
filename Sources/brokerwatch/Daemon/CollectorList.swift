import Model
import Monitor
import Settings
import Systemd
import Transport

/// The one place where collectors are listed.
struct CollectorList: Sendable {
  let probes: WatcherProbes
  let store: WorldStore
  let clusters: ClusterList
  let host: HostBoard
  let containers: ContainerMaker
  private let dataDirectories: DataDirectoryList
  let processes: ProcessMaker
  private let units: UnitList

  /// Makes what keeps the collectors of the host.
  init(
    probes: WatcherProbes, clusters: ClusterList, host: HostBoard, on loop: EventLoop, client: HTTPClient,
    store: WorldStore
  ) {
    self.probes = probes
    self.clusters = clusters
    self.host = host
    self.store = store
    containers = ContainerMaker(on: loop, client: client, board: host)
    dataDirectories = DataDirectoryList(on: loop, store: store, board: host)
    processes = ProcessMaker(board: host, store: store, time: loop.time)
    units = UnitList(on: loop, store: store, board: host)
  }

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
    for (collector, isEnabled) in others(configuration) {
      if isEnabled {
        running.append(collector)
      } else {
        off.append(status(collector.name, collector.watches, collector.interval))
      }
    }
    add(configuration.collectors.containers, to: &running, off: &off)
    addProcesses(configuration, to: &running, off: &off)
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
      (units.collector(for: settings.units, catalog: configuration.catalog), settings.units.isEnabled),
      (watcher(configuration), settings.watcher.isEnabled),
    ]
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
