/// A bounded broadcast of what happens once.
///
/// Publishing never waits; a reader who falls behind is told how much it missed.
package final class EventStream<Element: Sendable>: Sendable {
  struct State: Sendable {
    var ring: EventRing<Element>
    var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
    var nextWaiter: UInt64 = 0
    var missed: UInt64 = 0
    var isFinished = false
  }

  let state: Locked<State>
  private let size: @Sendable (Element) -> Int

  /// Counts against `byteLimit` what `size` says that one element holds on to.
  package init(capacity: Int, byteLimit: Int, size: @escaping @Sendable (Element) -> Int) {
    state = Locked(State(ring: EventRing(capacity: capacity, byteLimit: byteLimit)))
    self.size = size
  }

  package func publish(_ element: Element) {
    let bytes = size(element)
    wakeAll { $0.ring.append(element, bytes: bytes) }
  }

  /// Ends every subscription once it has read what is in the ring.
  package func finish() {
    wakeAll { $0.isFinished = true }
  }

  /// Elements that some subscriber lost because it was too slow.
  package var missedCount: UInt64 {
    state.withLock { $0.missed }
  }

  /// The newest elements, oldest first.
  package func recent(_ count: Int) -> [Element] {
    state.withLock { state in
      let start = max(state.ring.first, state.ring.next - min(state.ring.next, UInt64(max(0, count))))
      return (start..<state.ring.next).compactMap { state.ring[$0] }
    }
  }

  /// A reader of what is published from now on, after up to `backlog` elements that came before.
  package func subscribe(backlog: Int = 0) -> EventSubscription<Element> {
    let cursor = state.withLock { state in
      max(state.ring.first, state.ring.next - min(state.ring.next, UInt64(max(0, backlog))))
    }
    return EventSubscription(stream: self, cursor: cursor)
  }

  private func wakeAll(_ change: (inout State) -> Void) {
    let waiters = state.withLock { state in
      change(&state)
      defer { state.waiters.removeAll(keepingCapacity: true) }
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.resume() }
  }
}
