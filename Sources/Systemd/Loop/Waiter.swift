import Model

/// One suspended task that waits for something: it is resumed once, by whoever settles it first.
package final class Waiter: Sendable {
  private enum State {
    case new
    case suspended(CheckedContinuation<Bool, Never>)
    /// True when what was waited for has happened, false when there is no more point in waiting.
    case settled(Bool)
  }

  private let state = Locked(State.new)

  package init() {}

  var isSettled: Bool {
    state.withLock { state in
      if case .settled = state { true } else { false }
    }
  }

  package func settle(_ happened: Bool) {
    let continuation = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      switch state {
      case .settled: return nil
      case .new:
        state = .settled(happened)
        return nil
      case .suspended(let continuation):
        state = .settled(happened)
        return continuation
      }
    }
    continuation?.resume(returning: happened)
  }

  /// Suspends the task, calls `start`, and returns how the wait was settled; when the task is cancelled, it
  /// is settled with false and `cancelled` is called.
  ///
  /// `start` is not called when it is settled already.
  package func wait(start: () -> Void, cancelled: @escaping @Sendable () -> Void) async -> Bool {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if suspend(continuation) { start() }
      }
    } onCancel: {
      settle(false)
      cancelled()
    }
  }

  private func suspend(_ continuation: CheckedContinuation<Bool, Never>) -> Bool {
    let settled = state.withLock { state -> Bool? in
      if case .settled(let happened) = state { return happened }
      state = .suspended(continuation)
      return nil
    }
    if let settled { continuation.resume(returning: settled) }
    return settled == nil
  }
}
