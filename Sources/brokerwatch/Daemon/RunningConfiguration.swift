import Exporter
import Model
import Monitor
import Settings

/// The configuration in use, and everything that a new one changes.
final class RunningConfiguration: Sendable {
  private struct Current {
    var configuration: Configuration
    /// The clusters of the last plan.
    var entries: [ClusterEntry] = []
  }

  /// What the program started with: some keys are read only then.
  private let first: Configuration
  private let current: Locked<Current>
  private let collectors: CollectorList
  private let board: CollectorBoard
  private let plans: EventStream<CollectorPlan>
  private let routes: RouteList
  private let server: HTTPServer
  private let sink: LogSink

  init(
    _ configuration: Configuration, collectors: CollectorList, board: CollectorBoard,
    plans: EventStream<CollectorPlan>, routes: RouteList, server: HTTPServer, sink: LogSink
  ) {
    first = configuration
    current = Locked(Current(configuration: configuration))
    self.collectors = collectors
    self.board = board
    self.plans = plans
    self.routes = routes
    self.server = server
    self.sink = sink
    current.withLock { $0.entries = plan(for: configuration) }
  }

  /// Answers the keys that need a restart.
  func apply(_ new: Configuration) -> [String] {
    sink.use(level: new.log.level, encoder: .standardError(new.log.format))
    current.withLock { $0 = Current(configuration: new, entries: plan(for: new)) }
    server.use(routes.routes(for: new.web))
    let isMoved = first.effectiveStateDirectory != new.effectiveStateDirectory
    return first.web.keysReadAtStart(thatDifferFrom: new.web) + (isMoved ? ["state_directory"] : [])
  }

  /// Puts our own numbers on the metrics page now, not with the next tick.
  func publishWatcher() async {
    let configuration = current.withLock { $0.configuration }
    guard configuration.collectors.watcher.isEnabled else { return }
    try? await collectors.watcher(configuration).tick()
  }

  /// Other brokers were found on this host than before; what that does not change goes on.
  func follow(_ discoveries: AsyncStream<Void>) async {
    for await _ in discoveries {
      current.withLock { current in
        guard collectors.entries(for: current.configuration) != current.entries else { return }
        current.entries = plan(for: current.configuration)
      }
    }
  }

  /// Call it with the lock held: a plan must not be overtaken by an older one.
  private func plan(for configuration: Configuration) -> [ClusterEntry] {
    let entries = collectors.entries(for: configuration)
    let plan = collectors.plan(for: configuration, clusters: entries)
    board.apply(plan)
    plans.publish(plan)
    return entries
  }
}

extension WebConfiguration {
  fileprivate func keysReadAtStart(thatDifferFrom new: WebConfiguration) -> [String] {
    var keys: [String] = []
    if listenAddresses != new.listenAddresses { keys.append("web.listen_addresses") }
    if systemdSocket != new.systemdSocket { keys.append("web.systemd_socket") }
    if configFile != new.configFile { keys.append("web.config_file") }
    return keys
  }
}
