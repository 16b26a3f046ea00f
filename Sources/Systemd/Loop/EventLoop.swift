package import Model
import Synchronization

/// One `sd_event` on a thread of its own, as the executor of the actors that live there.
///
/// The loop runs until `stop`, whether or not anybody still holds it. What its callbacks capture they should capture
/// weakly: a watch or a timer that is released on another thread may call its handler once more.
///
/// `@unchecked`: the properties marked as the thread's own are used on the loop's thread only, and `onLoop` checks it.
package final class EventLoop: SerialExecutor, @unchecked Sendable {
  package let name: String
  package let time: any TimeSource
  let work: WorkQueue
  let event: EventHandle
  let lagSeconds = Locked(Histogram(bounds: EventLoop.lagBounds))
  private let identifiers = Atomic<UInt64>(0)
  private let timerCount = Atomic<Int>(0)
  /// The thread that runs the loop's work now; 0 if none does.
  let runner = Atomic<UInt>(0)
  private let thread = Locked(LoopThread?.none)
  let children = Locked([ObjectIdentifier: EventLoop]())
  private weak let parent: EventLoop?

  // The thread's own, from here on.
  private(set) var timers = TimerQueue<() -> Void>()
  var sources: [UInt64: DescriptorSource] = [:]
  /// Suspended tasks to be told when the loop ends.
  var waiters: [UInt64: Waiter] = [:]
  var kernelTimer: DeadlineSource?
  /// The deadline that the kernel's timer is set to.
  var armedFor: Duration?
  var batch: [QueuedWork] = []

  /// Creates the loop and starts its thread, which the kernel shows under `name`, cut to 15 bytes.
  package convenience init(name: String, time: any TimeSource = SystemTime()) throws(SystemError) {
    try self.init(name: name, time: time, parent: nil)
  }

  init(name: String, time: any TimeSource, parent: EventLoop?) throws(SystemError) {
    self.name = name
    self.time = time
    self.parent = parent
    work = try WorkQueue()
    event = try EventHandle()
    let bell = newIdentifier()
    sources[bell] = try DescriptorSource(work.wakeup.descriptor, for: .readable, on: event) {
      [unowned self] _ in
      work.wakeup.answer()
    }
    kernelTimer = try DeadlineSource(on: event) { [unowned self] in runDueTimers() }
    let started = try LoopThread(name: name) { self.run() }
    thread.withLock { $0 = started }
    time.onJump { [weak self] in
      // Set anew in the next turn, the kernel's timer fires at once if the jump has made something due.
      self?.perform { loop in loop.armedFor = nil }
    }
  }

  /// Ends the loop: finishes what is queued, fails every sleep with `CancellationError`, stops the child
  /// loops first, and returns when the thread has ended.
  ///
  /// Called on the loop itself it returns at once, since a thread cannot wait for itself.
  ///
  /// Actors of the loop outlive it: what is asked of them later still runs, one piece after the other, on a thread that
  /// is made for it. Only timers and watches are over.
  package func stop() {
    stopChildren()
    work.stop()
    // Those made meanwhile; from now on none is.
    stopChildren()
    guard !isOnLoop else { return }
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
    _ = parent?.children.withLock { $0.removeValue(forKey: ObjectIdentifier(self)) }
  }

  private func stopChildren() {
    for child in children.withLock({ Array($0.values) }) { child.stop() }
  }

  /// Makes a loop with a thread of its own, which is stopped and joined with this one.
  package func makeChild(name: String) throws(SystemError) -> EventLoop {
    let child = try EventLoop(name: name, time: time, parent: self)
    children.withLock { $0[ObjectIdentifier(child)] = child }
    guard work.isRunning else {
      child.stop()
      throw SystemError("make the event loop '\(name)'", .loopStopped)
    }
    return child
  }

  /// How many timers and sleeps are waiting for their time.
  ///
  /// Any thread may ask.
  package var pendingTimers: Int { timerCount.load(ordering: .acquiring) }

  /// For timers, sources and waiters.
  ///
  /// Any thread may take one.
  func newIdentifier() -> UInt64 {
    identifiers.add(1, ordering: .relaxed).newValue
  }

  func insertTimer(_ id: UInt64, at deadline: Duration, _ action: @escaping () -> Void) {
    timers.insert(id, at: deadline, action)
    timerCount.store(timers.count, ordering: .releasing)
  }

  func removeTimer(_ id: UInt64) {
    // Held until the queue is no longer being changed: what dies with the action may remove timers too.
    let removed = timers.remove(id)
    timerCount.store(timers.count, ordering: .releasing)
    withExtendedLifetime(removed) {}
  }

  func popDueTimer(at now: Duration, before id: UInt64) -> (deadline: Duration, payload: () -> Void)? {
    defer { timerCount.store(timers.count, ordering: .releasing) }
    return timers.popDue(at: now, before: id)
  }

  func removeAllTimers() {
    let removed = timers
    timers = TimerQueue()
    timerCount.store(0, ordering: .releasing)
    withExtendedLifetime(removed) {}
  }
}
