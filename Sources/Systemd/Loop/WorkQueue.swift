import Model

/// What waits to run on one loop, and the bell that wakes the loop's thread for it.
///
/// It has no bound of its own: an executor must take every job, and each task has at most one in it.
final class WorkQueue: Sendable {
  private enum Phase {
    case running, stopping, ended
  }

  private struct State {
    var waiting: [QueuedWork] = []
    var phase = Phase.running
    /// The loop's thread sleeps in the kernel and has not been rung yet.
    var isParked = false
    /// A thread runs what came after the loop's own had ended.
    var hasStraggler = false
  }

  enum Acceptance {
    /// The loop's thread, or a straggler thread, will run it.
    case queued
    /// It is queued, and the caller must start a straggler thread to run it.
    case needsStraggler
    /// The loop has ended, and what was offered is not a job.
    case refused
  }

  let wakeup: Wakeup
  private let state = Locked(State())

  init() throws(SystemError) {
    wakeup = try Wakeup()
  }

  /// The array that a drained burst left behind is given back to the heap above this many.
  private static let keptCapacity = 1024

  var isRunning: Bool { state.withLock { $0.phase == .running } }

  var hasEnded: Bool { state.withLock { $0.phase == .ended } }

  func append(_ work: QueuedWork) -> Acceptance {
    let (acceptance, mustRing) = state.withLock { state -> (Acceptance, Bool) in
      if state.phase == .ended {
        guard case .job = work.action else { return (.refused, false) }
        state.waiting.append(work)
        defer { state.hasStraggler = true }
        return (state.hasStraggler ? .queued : .needsStraggler, false)
      }
      state.waiting.append(work)
      defer { state.isParked = false }
      return (.queued, state.isParked)
    }
    if mustRing { wakeup.ring() }
    return acceptance
  }

  /// Says that the loop's thread is about to sleep; false when it must not, because there is something to do.
  func park() -> Bool {
    state.withLock { state in
      state.isParked = state.waiting.isEmpty && state.phase == .running
      return state.isParked
    }
  }

  func unpark() {
    state.withLock { $0.isParked = false }
  }

  /// Exchanges `batch`, which must be empty, for everything that waits.
  func take(_ batch: inout [QueuedWork]) {
    if batch.capacity > Self.keptCapacity { batch = [] }
    batch = state.withLock { [batch] state in
      let waiting = state.waiting
      state.waiting = batch
      return waiting
    }
  }

  /// From now on the thread only finishes what is queued.
  func stop() {
    let mustRing = state.withLock { state -> Bool in
      guard state.phase == .running else { return false }
      state.phase = .stopping
      defer { state.isParked = false }
      return state.isParked
    }
    if mustRing { wakeup.ring() }
  }

  /// From now on only jobs are taken; true when some are left that a straggler thread must run.
  func end() -> Bool {
    state.withLock { state in
      state.phase = .ended
      state.hasStraggler = !state.waiting.isEmpty
      return state.hasStraggler
    }
  }

  /// Asked by a straggler thread before it goes: false when more has come.
  func endStraggler() -> Bool {
    state.withLock { state in
      state.hasStraggler = !state.waiting.isEmpty
      return !state.hasStraggler
    }
  }
}
