import Exporter
import Model
import Monitor
import Settings

/// The configuration in use, and everything that a new one changes.
final class RunningConfiguration: Sendable {
  /// What the program started with: some keys are read only then.
  private let first: Configuration
  private let current: Locked<Configuration>
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
    current = Locked(configuration)
    self.collectors = collectors
    self.board = board
    self.plans = plans
    self.routes = routes
    self.server = server
    self.sink = sink
    plan(for: configuration)
  }

  /// Answers the keys that need a restart.
  func apply(_ new: Configuration) -> [String] {
    current.withLock { $0 = new }
    sink.use(level: new.log.level, encoder: .standardError(new.log.format))
    plan(for: new)
    server.use(routes.routes(for: new.web))
    let isMoved = first.effectiveStateDirectory != new.effectiveStateDirectory
    return first.web.keysReadAtStart(thatDifferFrom: new.web) + (isMoved ? ["state_directory"] : [])
  }

  /// Puts our own numbers on the metrics page now, not with the next tick.
  func publishWatcher() async {
    let configuration = current.withLock { $0 }
    guard configuration.collectors.watcher.isEnabled else { return }
    try? await collectors.watcher(configuration).tick()
  }

  private func plan(for configuration: Configuration) {
    let plan = collectors.plan(for: configuration)
    board.apply(plan)
    plans.publish(plan)
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
