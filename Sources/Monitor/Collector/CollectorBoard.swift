package import Model

/// Publishes how every collector fares, and says so once when one starts to fail or recovers.
package final class CollectorBoard: Sendable {
  private let statuses = Locked<[CollectorStatus]>([])
  private let store: WorldStore
  private let events: EventStream<Event>
  private let time: any TimeSource

  package init(store: WorldStore, events: EventStream<Event>, time: any TimeSource) {
    self.store = store
    self.events = events
    self.time = time
  }

  package func apply(_ plan: CollectorPlan) {
    publish(
      statuses.withLock { statuses in
        statuses = plan.statuses(after: statuses)
        return statuses
      })
  }

  func record(_ outcome: TickOutcome, of name: String, took duration: Duration) {
    let now = time.now()
    let (all, event) = statuses.withLock { statuses -> ([CollectorStatus], Event?) in
      guard let index = statuses.firstIndex(where: { $0.name == name }) else { return (statuses, nil) }
      let before = statuses[index]
      statuses[index] = before.after(outcome, took: duration, at: now)
      return (statuses, statuses[index].event(since: before, at: now))
    }
    publish(all)
    if let event { events.publish(event) }
  }

  /// Statuses carry their own ages, so the section that holds them never goes stale as a whole.
  private func publish(_ statuses: [CollectorStatus]) {
    store.replace(
      \.collectors, with: CollectorsSection(collectors: statuses), staleAfter: .seconds(Int64.max))
  }
}
