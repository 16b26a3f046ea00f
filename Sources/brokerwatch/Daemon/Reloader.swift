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

  private func reload() async -> String? {
    tell { () throws(SystemError) in try notifier.reloading() }
    let problem = attempt()
    let now = time.now().wall
    ledger.record("main", succeeded: problem == nil, at: now)
    let subject = invocation.configurationFile ?? "flags"
    if let problem {
      log.error("configuration rejected; the old one stays in use", .init("error", problem))
    } else {
      log.info("configuration reloaded", .init("from", subject))
    }
    events.publish(
      Event(
        time: now, kind: problem == nil ? .configurationApplied : .configurationRejected, subject: subject,
        message: problem ?? "in use"))
    let web = await server.reloadWebConfiguration()
    await running.publishWatcher()
    tell { () throws(SystemError) in try notifier.ready() }
    if problem == nil, case .rejected(let reason) = web { return reason }
    return problem
  }

  private func attempt() -> String? {
    do {
      let loaded = try Configuration.load(
        file: invocation.configurationFile, overrides: invocation.overrides)
      running.apply(loaded.value)
      return nil
    } catch {
      return error.description
    }
  }

  private func tell(_ send: () throws(SystemError) -> Void) {
    do throws(SystemError) { try send() } catch {
      log.warn("the service manager could not be told", .init("error", "\(error)"))
    }
  }
}
