import Model

/// A handler that a loop calls once per arming; released, it is cancelled.
package final class LoopTimer {
  private let loop: EventLoop
  private let handler: () -> Void
  private var armed: UInt64

  init(after delay: Duration, on loop: EventLoop, _ handler: @escaping () -> Void) {
    self.loop = loop
    self.handler = handler
    armed = loop.newIdentifier()
    start(after: delay)
  }

  deinit {
    let armed = armed
    loop.perform { loop in loop.removeTimer(armed) }
  }

  /// Calls the handler after this long, instead of when it was due before.
  ///
  /// Only on the loop.
  package func arm(after delay: Duration) {
    cancel()
    armed = loop.newIdentifier()
    start(after: delay)
  }

  /// Does not call the handler unless it is armed again.
  ///
  /// Only on the loop.
  package func cancel() {
    loop.checkIsolated()
    loop.removeTimer(armed)
  }

  private func start(after delay: Duration) {
    guard loop.work.isRunning else { return }
    loop.insertTimer(armed, at: loop.time.now().uptime + delay, handler)
  }
}
