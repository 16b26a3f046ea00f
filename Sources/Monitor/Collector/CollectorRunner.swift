package import Model
package import Systemd

/// Runs collectors side by side until it is cancelled; none can hold up another.
package struct CollectorRunner: Sendable {
  private let loop: EventLoop
  private let time: any TimeSource
  private let board: CollectorBoard

  package init(loop: EventLoop, time: any TimeSource, board: CollectorBoard) {
    self.loop = loop
    self.time = time
    self.board = board
  }

  /// Runs the collectors of the newest plan; names that a plan brings are followed from then on.
  package func run(_ plans: EventStream<CollectorPlan>) async {
    await withDiscardingTaskGroup { group in
      var newest = plans.subscribe(backlog: 1)
      var followed: Set<String> = []
      while let plan = await nextPlan(&newest) {
        for name in plan.running.map(\.name) where followed.insert(name).inserted {
          group.addTask(name: "collector \(name)") { await follow(plans.subscribe(backlog: 1), for: name) }
        }
      }
    }
  }

  /// A collector that hangs when the plan changes holds up only its own place in the new one.
  private func follow(_ plans: EventSubscription<CollectorPlan>, for name: String) async {
    var plans = plans
    var plan = await nextPlan(&plans)
    while let current = plan {
      let collector = current.collector(named: name)
      plan = await withDiscardingTaskGroup { group in
        if let collector { group.addTask { await keepOpen(collector) } }
        var next = await nextPlan(&plans)
        while let newer = next, newer.keeps(collector, named: name) { next = await nextPlan(&plans) }
        group.cancelAll()
        return next
      }
    }
  }

  private func nextPlan(_ plans: inout EventSubscription<CollectorPlan>) async -> CollectorPlan? {
    while let delivery = await plans.next() {
      if case .element(let plan) = delivery { return plan }
    }
    return nil
  }

  private func keepOpen(_ collector: any Collector) async {
    while !Task.isCancelled {
      await collector.stayOpen { await repeatTicks(of: collector) }
      try? await loop.sleep(for: collector.interval)
    }
  }

  private func repeatTicks(of collector: any Collector) async {
    while !Task.isCancelled {
      let started = time.now()
      await tick(collector, startedAt: started)
      let spent = time.now().age(of: started)
      // A tick that overran its interval must not turn into a busy loop.
      let pause = max(collector.interval - spent, collector.interval / 10)
      try? await loop.sleep(for: pause)
    }
  }

  /// One tick with a deadline of one interval.
  ///
  /// A late collector is reported late at once and cancelled, but waited for: a second tick beside a first one that
  /// hangs would only hang too, and the number of hanging ticks would have no bound.
  func tick(_ collector: any Collector, startedAt started: Moment) async {
    await withTaskGroup(of: TickOutcome?.self) { group in
      group.addTask(name: "tick \(collector.name)") { await outcome(of: collector) }
      group.addTask(name: "deadline \(collector.name)") { await lateness(of: collector) }
      for await case let outcome? in group {
        board.record(outcome, of: collector.name, took: time.now().age(of: started))
        break
      }
      group.cancelAll()
    }
  }

  /// Nil when the program is stopping: that is nobody's failure.
  private func outcome(of collector: any Collector) async -> TickOutcome? {
    do {
      try await collector.tick()
      return .succeeded
    } catch let nothing as NothingToWatch {
      return .absent(nothing)
    } catch {
      return Task.isCancelled ? nil : .failed(CollectorError(error))
    }
  }

  private func lateness(of collector: any Collector) async -> TickOutcome? {
    do {
      try await loop.sleep(for: collector.interval)
    } catch {
      return nil
    }
    let seconds = collector.interval.seconds
    return .failed(
      CollectorError(.deadline, "no answer within \(seconds) s; the last reading stays until it is stale"))
  }
}
