import Model
import Systemd

/// Waits on the event loop for something that has a deadline, also in a task that is cancelled already.
actor DrainTimer {
  private nonisolated let loop: EventLoop
  private var timer: LoopTimer?

  init(loop: EventLoop) {
    self.loop = loop
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  /// Calls `start` with what must be called when it has happened.
  func wait(atMost limit: Duration, for start: (@escaping @Sendable () -> Void) -> Void) async {
    await withCheckedContinuation { continuation in
      let waiting = Locked<CheckedContinuation<Void, Never>?>(continuation)
      let finish: @Sendable () -> Void = { waiting.withLock { $0.take() }?.resume() }
      timer = loop.schedule(after: limit, finish)
      start(finish)
    }
    timer = nil
  }
}
