import Exporter
import Model
import Monitor
import Settings
import Systemd
import Transport

/// Everything that runs, made once and wired in one place.
struct Daemon: Sendable {
  let time: any TimeSource
  let log: Logger
  let loop: EventLoop
  let notifier: Notifier
  let server: HTTPServer
  let runner: CollectorRunner
  let plans: EventStream<CollectorPlan>
  let events: EventStream<Event>
  let reloads: ReloadQueue
  let reloader: Reloader
  let running: RunningConfiguration
  let discoveries: DiscoveryQueue
  let watchdog: Watchdog
  let addresses: [String]

  /// Runs until systemd, or somebody at a terminal, says to stop.
  func run() async throws {
    let stop = try loop.signals(ServiceSignals.stop)
    let reload = try loop.signals(ServiceSignals.reload)
    try await server.start()
    try await withThrowingTaskGroup { group in
      group.addTask(name: "http server") { await server.run() }
      group.addTask(name: "collectors") { await runner.run(plans) }
      group.addTask(name: "event log") { await EventLog.write(events.subscribe(backlog: .max), to: log) }
      group.addTask(name: "reloads") { await reloader.serve(reloads) }
      group.addTask(name: "discoveries") { await running.follow(discoveries.changes) }
      group.addTask(name: "reload signals") { for await _ in reload { reloads.request() } }
      if let timeout = notifier.watchdogTimeout {
        group.addTask(name: "watchdog") { await watchdog.run(timeout) }
      }
      group.addTask(name: "stop signals") { try await waitToStop(stop) }
      defer { group.cancelAll() }
      try announce()
      // The first to end is the stop signal, or a part that failed and must not fail silently.
      _ = try await group.next()
      try? notifier.stopping()
    }
    await reloads.close()
    loop.stop()
    log.info("stopped")
  }

  private func announce() throws {
    try notifier.ready()
    try notifier.status("serving \(addresses.joined(separator: ", "))")
    log.info(
      "serving", .init("version", BuildInfo.current.version),
      .init("addresses", addresses.joined(separator: ",")))
  }

  private func waitToStop(_ signals: AsyncStream<Signal>) async throws {
    for await signal in signals {
      log.info("stopping", .init("signal", signal == .interrupt ? "SIGINT" : "SIGTERM"))
      return
    }
  }
}
