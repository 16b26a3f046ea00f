extension EventLoop {
  /// Keeps these signals from interrupting the process; `signals(_:)` hands them out instead.
  ///
  /// Call it first thing in main: only threads that are started later take it over. And let main be synchronous and
  /// keep its thread, for instance with `pause()`, while a task does the work: where main is `async`, the runtime parks
  /// that thread with no signal blocked at all, and the kernel lets the signal end the process there.
  package static func block(_ signals: [Signal]) throws(SystemError) {
    try SignalDescriptor.block(signals)
  }

  /// The given signals as they come, until the loop stops.
  ///
  /// Any thread may call it.
  ///
  /// A signal that nobody has asked for yet waits in the kernel, where a second one of its kind joins it: however many
  /// reloads somebody asks for, the request to terminate is not lost.
  package func signals(_ signals: [Signal]) throws(SystemError) -> AsyncStream<Signal> {
    let descriptor = try SignalDescriptor(signals)
    return AsyncStream(unfolding: { await self.next(from: descriptor) })
  }

  private func next(from signals: SignalDescriptor) async -> Signal? {
    while true {
      if let signal = signals.read() { return signal }
      let id = newIdentifier()
      let waiter = Waiter()
      let isReadable = await waiter.wait {
        let accepted = perform { loop in loop.wake(waiter, id: id, whenReadable: signals) }
        if !accepted { waiter.settle(false) }
      } cancelled: {
        self.perform { loop in loop.forget(id) }
      }
      guard isReadable else { return nil }
    }
  }

  private func wake(_ waiter: Waiter, id: UInt64, whenReadable signals: SignalDescriptor) {
    guard !waiter.isSettled else { return }
    do {
      try addSource(id, signals.descriptor, for: .readable) { [unowned self] _ in
        // Held, so that it is not closed while it is being watched.
        withExtendedLifetime(signals) { forget(id) }
        waiter.settle(true)
      }
      waiters[id] = waiter
    } catch {
      waiter.settle(false)
    }
  }
}
