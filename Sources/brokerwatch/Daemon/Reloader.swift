import Model
import Monitor
import Settings
import Systemd

/// Reads the configuration again and puts it to use whole, or keeps the old one whole.
struct Reloader: Sendable {
  let invocation: Invocation
  let ledger: ReloadLedger
  let events: EventStream<Event>
  let notifier: Notifier
  let time: any TimeSource
  let log: Logger
  /// Puts a valid configuration to use.
  let apply: @Sendable (Configuration) async -> Void
  /// Puts what the reload did on the metrics page, without waiting for the next tick.
  let publish: @Sendable () async -> Void

  func serve(_ queue: ReloadQueue) async {
    for await answer in queue.requests { answer(await reload()) }
  }

  private func reload() async -> String? {
    tell { () throws(SystemError) in try notifier.reloading() }
    let problem = await attempt()
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
    await publish()
    tell { () throws(SystemError) in try notifier.ready() }
    return problem
  }

  private func attempt() async -> String? {
    do {
      let loaded = try Configuration.load(
        file: invocation.configurationFile, overrides: invocation.overrides)
      await apply(loaded.value)
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
