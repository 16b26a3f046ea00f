/// One reader's place in an `EventStream`.
///
/// Ends when the stream is finished or the reading task is cancelled.
package struct EventSubscription<Element: Sendable>: AsyncSequence, AsyncIteratorProtocol {
  package enum Delivery: Sendable {
    case element(Element)
    /// This many elements were overwritten before this reader came to them.
    case missed(UInt64)
  }

  private let stream: EventStream<Element>
  private var cursor: UInt64

  init(stream: EventStream<Element>, cursor: UInt64) {
    self.stream = stream
    self.cursor = cursor
  }

  package func makeAsyncIterator() -> Self { self }

  package mutating func next() async -> Delivery? {
    while !Task.isCancelled {
      let (step, newCursor) = take(from: cursor)
      cursor = newCursor
      switch step {
      case .deliver(let delivery): return delivery
      case .end: return nil
      case .wait: await waitForChange(after: cursor)
      }
    }
    return nil
  }

  private enum Step: Sendable {
    case deliver(Delivery)
    case wait
    case end
  }

  private func take(from cursor: UInt64) -> (Step, UInt64) {
    stream.state.withLock { state in
      if cursor < state.ring.first {
        let lost = state.ring.first - cursor
        state.missed += lost
        return (.deliver(.missed(lost)), state.ring.first)
      }
      if let element = state.ring[cursor] { return (.deliver(.element(element)), cursor + 1) }
      return (state.isFinished ? .end : .wait, cursor)
    }
  }

  private func waitForChange(after cursor: UInt64) async {
    let stream = stream
    let ticket = stream.state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let resumeAtOnce = stream.state.withLock { state in
          // What was published, or who was cancelled, since the look before would otherwise never be noticed.
          if state.ring.next > cursor || state.isFinished || Task.isCancelled { return true }
          state.waiters[ticket] = continuation
          return false
        }
        if resumeAtOnce { continuation.resume() }
      }
    } onCancel: {
      stream.state.withLock { $0.waiters.removeValue(forKey: ticket) }?.resume()
    }
  }
}
