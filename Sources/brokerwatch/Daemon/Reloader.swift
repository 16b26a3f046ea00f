import Exporter
import Model
import Settings
import Systemd

/// Reads the configuration again and puts it to use whole, or keeps the old one whole.
struct Reloader: Sendable {
  let invocation: Invocation
  let running: RunningConfiguration
  let server: HTTPServer
  let ledger: ReloadLedger
  let events: EventStream<Event>
  let notifier: Notifier
  let time: any TimeSource
  let log: Logger

  func serve(_ queue: ReloadQueue) async {
    for await answer in queue.requests { answer(await reload()) }
  }

  private func reload() async -> Route.ReloadOutcome {
    tell { () throws(SystemError) in try notifier.reloading() }
    let outcome = attempt()
    let now = time.now().wall
    ledger.record("main", succeeded: !outcome.isRejection, at: now)
    events.publish(
      Event(
        time: now, kind: outcome.isRejection ? .configurationRejected : .configurationApplied,
        subject: invocation.configurationFile ?? "flags", message: outcome.summary))
    let web = await server.reloadWebConfiguration()
    await running.publishWatcher()
    tell { () throws(SystemError) in try notifier.ready() }
    return web.isRejection && !outcome.isRejection ? web : outcome
  }

  private func attempt() -> Route.ReloadOutcome {
    do {
      let loaded = try Configuration.load(
        file: invocation.configurationFile, overrides: invocation.overrides)
      log.warn(loaded.warnings, file: invocation.configurationFile)
      let restart = running.apply(loaded.value)
      return restart.isEmpty ? .applied : .appliedBut(restart)
    } catch {
      return .rejected(error.description)
    }
  }

  private func tell(_ send: () throws(SystemError) -> Void) {
    do throws(SystemError) { try send() } catch {
      log.warn("the service manager could not be told", .init("error", "\(error)"))
    }
  }
}

extension Route.ReloadOutcome {
  fileprivate var isRejection: Bool {
    if case .rejected = self { true } else { false }
  }

  fileprivate var summary: String {
    switch self {
    case .applied: "in force"
    case .appliedBut(let keys): "in force; a restart is needed for \(keys.joined(separator: ", "))"
    case .rejected(let reason): reason.split(separator: "\n").joined(separator: "; ")
    }
  }
}
