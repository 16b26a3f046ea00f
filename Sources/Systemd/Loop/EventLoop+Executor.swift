import CShims
import Model
import Synchronization

extension EventLoop {
  /// Whether the caller runs as the loop.
  package var isOnLoop: Bool {
    runner.load(ordering: .relaxed) == UInt(current_thread())
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let queued = QueuedWork(action: .job(UnownedJob(job)), due: time.now().uptime)
    if work.append(queued) == .needsStraggler { startStraggler() }
  }

  package func checkIsolated() {
    precondition(isOnLoop, "not on the event loop '\(name)'")
  }

  package func isIsolatingCurrentContext() -> Bool? {
    isOnLoop
  }

  /// Runs `body` as the loop: now if the caller does so already, else in turn.
  ///
  /// False if the loop has ended.
  @discardableResult
  package func perform(_ body: @escaping @Sendable (EventLoop) -> Void) -> Bool {
    if isOnLoop {
      body(self)
      return true
    }
    let queued = QueuedWork(action: .call { body(self) }, due: time.now().uptime)
    return work.append(queued) == .queued
  }

  func run(_ queued: QueuedWork) {
    observeLag(since: queued.due)
    switch queued.action {
    case .job(let job): unsafe job.runSynchronously(on: asUnownedSerialExecutor())
    case .call(let body): body()
    }
  }
}
