import Exporter
import Model
import Monitor
import Settings

/// The configuration in use, and everything that a new one changes.
final class RunningConfiguration: Sendable {
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
    current = Locked(configuration)
    self.collectors = collectors
    self.board = board
    self.plans = plans
    self.routes = routes
    self.server = server
    self.sink = sink
    plan(for: configuration)
  }

  func apply(_ new: Configuration) {
    let old = current.withLock { current in
      defer { current = new }
      return current
    }
    sink.use(level: new.log.level, encoder: .standardError(new.log.format))
    plan(for: new)
    server.use(routes.routes(for: new.web))
    if old.web.listenAddresses != new.web.listenAddresses || old.web.systemdSocket != new.web.systemdSocket
      || old.web.configFile != new.web.configFile
    {
      sink.logger.warn(
        "changes of listen_addresses, systemd_socket and config_file take effect after a restart")
    }
  }

  /// Puts our own numbers on the metrics page now, not with the next tick.
  func publishWatcher() async {
    try? await collectors.watcher(current.withLock { $0 }).tick()
  }

  private func plan(for configuration: Configuration) {
    let plan = collectors.plan(for: configuration)
    board.apply(plan)
    plans.publish(plan)
  }
}
