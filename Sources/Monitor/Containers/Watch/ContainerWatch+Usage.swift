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
      for _ in measurements.prefix(Self.concurrency) {
        group.addTask(name: "measure containers") { await self.measureNext(engine, until: end) }
      }
    }
    guard measuring.answered == 0, let failure = measuring.failure else { return }
    note(failure)
    throw failure
  }

  private func measureNext(_ engine: ContainerEngine, until end: Duration) async {
    while let id = measurements.popFirst() {
      do throws(EngineError) {
        guard loop.time.now().uptime < end else {
          throw EngineError(.noTimeLeft, "\(engine.address) took too long for the usage of all containers")
        }
        let reply = try await engine.usage(of: id, version)
        known.take(reply, of: id, now: loop.time.now())
        measuring.answered += 1
      } catch  where error.isAboutNothing {
        isListDue = true
        measuring.answered += 1
      } catch {
        unmeasured[error.reason.rawValue, default: 0] += 1
        measuring.failure = error
      }
    }
  }
}
