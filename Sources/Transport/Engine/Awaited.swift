import Model

/// A value that one task waits for; settled once, by whoever comes first.
final class Awaited<Value: Sendable>: Sendable {
  typealias Outcome = Result<Value, TransportError>

  private enum State {
    case new
    case suspended(CheckedContinuation<Outcome, Never>)
    case settled(Outcome)
  }

  private let state = Locked(State.new)

  var isSettled: Bool {
    state.withLock { state in
      if case .settled = state { true } else { false }
    }
  }

  /// False: somebody else came first, and nobody will see this outcome.
  @discardableResult
  func settle(_ outcome: Outcome) -> Bool {
    let (isFirst, continuation) = state.withLock { state -> (Bool, CheckedContinuation<Outcome, Never>?) in
      switch state {
      case .settled: return (false, nil)
      case .new:
        state = .settled(outcome)
        return (true, nil)
      case .suspended(let continuation):
        state = .settled(outcome)
        return (true, continuation)
      }
    }
    continuation?.resume(returning: outcome)
    return isFirst
  }

  /// A cancelled task gets `cancellation` at once, and `cancelled` is called on whatever thread cancels it.
  func value(
    orOnCancellation cancellation: TransportError, isolation: isolated (any Actor)? = #isolation,
    _ cancelled: @escaping @Sendable () -> Void
  ) async throws(TransportError) -> Value {
    let outcome = await withTaskCancellationHandler {
      // Without its actor's isolation the closure would run on the global pool: two changes of thread for each wait.
      _ = isolation
      return await withCheckedContinuation { suspend($0) }
    } onCancel: {
      settle(.failure(cancellation))
      cancelled()
    }
    return try outcome.get()
  }

  private func suspend(_ continuation: CheckedContinuation<Outcome, Never>) {
    let settled = state.withLock { state -> Outcome? in
      if case .settled(let outcome) = state { return outcome }
      state = .suspended(continuation)
      return nil
    }
    if let settled { continuation.resume(returning: settled) }
  }
}
