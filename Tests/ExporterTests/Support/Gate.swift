import Model

/// Lets one task wait, cancelled or not, until a test opens it.
final class Gate: Sendable {
  private enum State {
    case closed
    case waitedFor(CheckedContinuation<Void, Never>)
    case open
  }

  private let state = Locked(State.closed)

  var isWaitedFor: Bool {
    state.withLock { state in
      if case .waitedFor = state { true } else { false }
    }
  }

  func pass() async {
    await withCheckedContinuation { continuation in
      state.withLock { state in
        if case .open = state { continuation.resume() } else { state = .waitedFor(continuation) }
      }
    }
  }

  func open() {
    state.withLock { state in
      if case .waitedFor(let continuation) = state { continuation.resume() }
      state = .open
    }
  }
}
