import Model
import Systemd

extension ContainerWatch {
  /// Lists if that is due, and inspects what is due.
  ///
  /// One at a time: of two answers about a container the older one might come last. What becomes due meanwhile is done by the
  /// one that runs.
  func refresh() async throws(EngineError) {
    guard !isRefreshing else { return }
    isRefreshing = true
    defer { isRefreshing = false }
    while isListDue || !known.due.isEmpty, !Task.isCancelled {
      let engine = try await connect()
      if isListDue { try await list(engine) }
      guard await inspectDue(engine) else { return }
    }
  }

  private func list(_ engine: ContainerEngine) async throws(EngineError) {
    let (arrivals, inspectsAll) = (known.arrivals, isEverythingDue)
    // Set before it is asked: what makes it due meanwhile counts for the next one.
    (isListDue, isEverythingDue) = (false, false)
    do throws(EngineError) {
      let list = try await engine.list(version)
      known.reconcile(with: list, arrivals: arrivals, inspectsAll: inspectsAll)
      listedAt = loop.time.now()
    } catch {
      (isListDue, isEverythingDue) = (true, isEverythingDue || inspectsAll)
      note(error)
      throw error
    }
  }

  /// False if one could not be inspected: it stays due, for the next reading.
  private func inspectDue(_ engine: ContainerEngine) async -> Bool {
    uninspected = [:]
    inspections = known.takeDue()[...]
    await withDiscardingTaskGroup { group in
      for _ in inspections.prefix(Self.concurrency) {
        group.addTask(name: "inspect containers") { await self.inspectNext(engine) }
      }
    }
    return uninspected.isEmpty
  }

  private func inspectNext(_ engine: ContainerEngine) async {
    while let id = inspections.popFirst() {
      do throws(EngineError) {
        let container = try await engine.inspect(id, version)
        known.take(container, now: loop.time.now())
      } catch {
        guard !error.isAboutNothing else {
          known.remove(id)
          continue
        }
        known.inspectAgain(id)
        uninspected[error.reason.rawValue, default: 0] += 1
        note(error)
      }
    }
  }
}
