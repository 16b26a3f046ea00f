import Model

extension EventLoop {
  /// Suspends the task for this long by the loop's clock.
  ///
  /// Any task may call it.
  ///
  /// It throws when the task is cancelled, which removes the timer, and when the loop stops.
  package func sleep(for duration: Duration) async throws(CancellationError) {
    let deadline = time.now().uptime + duration
    let id = newIdentifier()
    let waiter = Waiter()
    let slept = await waiter.wait {
      let accepted = perform { loop in loop.wake(waiter, id: id, at: deadline) }
      if !accepted { waiter.settle(false) }
    } cancelled: {
      self.perform { loop in loop.forget(id) }
    }
    guard slept else { throw CancellationError() }
  }

  /// Calls `handler` on the loop's thread after this long, unless the timer is released first.
  ///
  /// Only on the loop.
  package func schedule(after delay: Duration, _ handler: @escaping () -> Void) -> LoopTimer {
    checkIsolated()
    return LoopTimer(after: delay, on: self, handler)
  }

  private func wake(_ waiter: Waiter, id: UInt64, at deadline: Duration) {
    guard work.isRunning else { return waiter.settle(false) }
    // Cancelled on its way here.
    guard !waiter.isSettled else { return }
    waiters[id] = waiter
    insertTimer(id, at: deadline) { [unowned self] in
      waiters[id] = nil
      waiter.settle(true)
    }
  }

  /// Takes back everything with this identifier.
  ///
  /// Only on the loop.
  func forget(_ id: UInt64) {
    waiters[id] = nil
    removeTimer(id)
    removeSource(id)
  }

  /// Sets the kernel's timer to the earliest deadline, counted from now: the two clocks need not be the same.
  func armKernelTimer() {
    guard timers.earliest != armedFor else { return }
    armedFor = timers.earliest
    guard let deadline = armedFor else {
      kernelTimer?.disarm()
      return
    }
    let left = deadline - time.now().uptime
    kernelTimer?.arm(at: SystemTime().now().uptime + left)
  }

  /// Timers that the handlers set, even to fire at once, come with the next turn: they must not keep the loop
  /// from its descriptors.
  func runDueTimers() {
    armedFor = nil
    let now = time.now().uptime
    let newest = newIdentifier()
    while let (deadline, action) = popDueTimer(at: now, before: newest) {
      observeLag(since: deadline)
      action()
    }
  }
}
