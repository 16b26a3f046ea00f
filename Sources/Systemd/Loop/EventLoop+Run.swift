import CShims
import Model
import Synchronization

extension EventLoop {
  /// Tasks that never stop yielding must not keep `stop` from returning: after this many rounds the rest is left to a
  /// straggler thread.
  private static let lastRounds = 1000

  /// The thread's body.
  func run() {
    runner.store(UInt(current_thread()), ordering: .relaxed)
    while work.isRunning { turn() }
    finish()
  }

  /// Waits, calls one handler, then runs everything that was queued until now.
  ///
  /// What that queues in turn comes after the next look at the descriptors, so neither kind can starve the
  /// other.
  private func turn() {
    armKernelTimer()
    if event.prepare() || waitForEvent() { event.dispatch() }
    runQueued()
  }

  private func waitForEvent() -> Bool {
    let isIdle = work.park()
    defer { if isIdle { work.unpark() } }
    return event.wait(forEver: isIdle)
  }

  @discardableResult
  private func runQueued() -> Bool {
    work.take(&batch)
    for queued in batch { run(queued) }
    defer { batch.removeAll(keepingCapacity: true) }
    return !batch.isEmpty
  }

  /// Leaves nobody waiting for a loop that is no more.
  private func finish() {
    for waiter in waiters.values { waiter.settle(false) }
    waiters = [:]
    removeAllTimers()
    var rounds = 0
    while rounds < Self.lastRounds, runQueued() { rounds += 1 }
    let released = sources
    sources = [:]
    withExtendedLifetime(released) {}
    kernelTimer = nil
    runner.store(0, ordering: .releasing)
    if work.end() { startStraggler() }
  }

  /// Runs what came after the end: seldom enough that a thread for it is no waste, and on a thread because the
  /// caller's may hold anything.
  func startStraggler() {
    guard let thread = try? LoopThread(name: name, { self.runStragglers() }) else {
      // No thread to be had: late, and here, is better than a task that hangs for ever.
      return runStragglers()
    }
    thread.detach()
  }

  private func runStragglers() {
    repeat {
      runner.store(UInt(current_thread()), ordering: .relaxed)
      runQueued()
      runner.store(0, ordering: .relaxed)
    } while !work.endStraggler()
  }
}
