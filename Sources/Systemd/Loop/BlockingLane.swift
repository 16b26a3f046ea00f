import Model

/// Runs what may block for ever, such as a question to a file system whose server is gone, on a thread that is made for it.
///
/// One piece at a time: what hangs holds up nobody else, and nothing stacks up behind it.
package final class BlockingLane: Sendable {
  private struct State {
    var isBusy = false
    var waiters: [Waiter] = []
  }

  private let name: String
  private let state = Locked(State())

  package init(name: String) {
    self.name = name
  }

  package var isBusy: Bool { state.withLock { $0.isBusy } }

  /// False when the last piece has not ended yet.
  package func start(_ piece: @escaping @Sendable () -> Void) throws(SystemError) -> Bool {
    let isMine = state.withLock { state in
      defer { state.isBusy = true }
      return !state.isBusy
    }
    guard isMine else { return false }
    do throws(SystemError) {
      try LoopThread(name: name) {
        piece()
        self.finish()
      }.detach()
    } catch {
      finish()
      throw error
    }
    return true
  }

  /// Waits for the end of what runs; false when it has not come within `limit`.
  package func isIdle(within limit: Duration, on loop: EventLoop) async -> Bool {
    await withTaskGroup(of: Bool.self) { group in
      group.addTask { await self.end() }
      group.addTask {
        try? await loop.sleep(for: limit)
        return false
      }
      let hasEnded = await group.next() ?? false
      group.cancelAll()
      return hasEnded
    }
  }

  private func end() async -> Bool {
    let waiter = Waiter()
    return await waiter.wait {
      let isIdle = state.withLock { state in
        state.waiters.removeAll(where: \.isSettled)
        if state.isBusy { state.waiters.append(waiter) }
        return !state.isBusy
      }
      if isIdle { waiter.settle(true) }
    } cancelled: {
    }
  }

  private func finish() {
    let waiters = state.withLock { state in
      defer { state = State() }
      return state.waiters
    }
    for waiter in waiters { waiter.settle(true) }
  }
}
