import Model
import Systemd

extension ContainerWatch {
  /// Reads what each running container has used, until this time on the boot clock.
  ///
  /// Those without an answer keep their last one until it is too old; the longest unread are asked first. Only when nobody
  /// answers at all this fails as a whole.
  func measure(_ engine: ContainerEngine, until end: Duration) async throws(EngineError) {
    measurements = known.running[...]
    unmeasured = [:]
    measuring = MeasuringOutcome()
    await withDiscardingTaskGroup { group in
      for _ in measurements.prefix(pace.concurrency(for: measurements.count, interval: settings.interval)) {
        group.addTask(name: "measure containers") { await self.measureNext(engine, until: end) }
      }
    }
    pace.took(measuring.time, for: measuring.answered)
    guard !measuring.wasAnswered, measuring.answered == 0, let failure = measuring.failure else { return }
    note(failure)
    throw failure
  }

  private func measureNext(_ engine: ContainerEngine, until end: Duration) async {
    while let id = measurements.popFirst() {
      do throws(EngineError) {
        guard loop.time.now().uptime < end else {
          throw EngineError(.noTimeLeft, "\(engine.address) took too long for the usage of all containers")
        }
        let asked = loop.time.now()
        let reply = try await engine.usage(of: id, version)
        let answered = loop.time.now()
        known.take(reply, of: id, now: answered)
        measuring.answered += 1
        measuring.time += answered.age(of: asked)
      } catch {
        guard !error.isAboutNothing else {
          isListDue = true
          measuring.wasAnswered = true
          continue
        }
        unmeasured[error.reason.rawValue, default: 0] += 1
        measuring.failure = error
      }
    }
  }
}
