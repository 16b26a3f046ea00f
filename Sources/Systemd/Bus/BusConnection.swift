/// One connection to a message bus, on which any number of tasks ask at once.
///
/// Its work runs on an event loop. Once it has ended it stays so: make another one.
package actor BusConnection {
  /// What waits for one reply, and for whom.
  private struct Pending {
    let batch: UInt64
    let slot: BusSlot
  }

  /// More would only wait in the bus, which lets every peer have a limited number of them.
  private static let maximumInFlight = 32
  /// After so many messages other work of the loop has its turn.
  private static let messagesPerTurn = 64

  private let loop: EventLoop
  private let bus: BusHandle
  private var watch: (descriptor: CInt, watch: DescriptorWatch)?
  private var timer: LoopTimer?
  private var armedFor: Duration?
  private var matches: [BusSlot] = []
  private var batches: [any BusQuestions] = []
  private var pending: [UInt64: Pending] = [:]
  private var lastID: UInt64 = 0
  private var ended: BusError?

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  package init(on loop: EventLoop) throws(BusError) {
    self.loop = loop
    bus = try BusHandle()
  }

  // The connection is closed where its descriptor is watched.
  isolated deinit {
    release()
  }

  package var isOpen: Bool { ended == nil }

  /// Begins to connect; what is asked meanwhile waits for it, each for as long as it may take.
  package func start(_ address: String) throws(BusError) {
    do throws(BusError) {
      try bus.start(address)
      refresh(isBusy: false)
    } catch {
      end(error)
      throw error
    }
  }

  /// Calls `handler` on the loop's thread with every signal that the rule lets through, for as long as the connection lasts.
  package func match(
    _ rule: String, _ handler: @escaping @Sendable (inout BusReader) -> Void
  ) throws(BusError) {
    if let ended { throw ended }
    let slot = BusSlot(handler)
    try slot.match(rule, on: bus)
    matches.append(slot)
    refresh(isBusy: false)
  }

  /// The answers to calls, in their order; no more than a few are under way at the same time.
  ///
  /// `read` runs on the loop. The first call without a reply in time ends them all.
  package func answers<Answer: Sendable>(
    to calls: [BusCall], within timeout: Duration,
    _ read: @escaping @Sendable (inout BusReader) throws(BusError) -> Answer
  ) async -> [Result<Answer, BusError>] {
    lastID += 1
    let id = lastID
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        begin(BusBatch(id, calls, timeout: timeout, waiter: waiter, read))
      }
    } onCancel: { [weak self, loop] in
      guard let self else { return }
      loop.perform { _ in self.assumeIsolated { $0.cancel(id) } }
    }
  }

  /// The answer to one call.
  package func answer<Answer: Sendable>(
    to call: BusCall, within timeout: Duration,
    _ read: @escaping @Sendable (inout BusReader) throws(BusError) -> Answer
  ) async throws(BusError) -> Answer {
    guard let outcome = await answers(to: [call], within: timeout, read).first else {
      throw BusError(.cancelled, "Nobody waits for the answer.")
    }
    return try outcome.get()
  }

  package func close() {
    end(BusError(.disconnected, "The connection to D-Bus was closed."))
  }
}

// Questions

extension BusConnection {
  private func begin(_ batch: any BusQuestions) {
    if let ended { return batch.end(ended) }
    if Task.isCancelled { return batch.end(Self.cancelled) }
    guard !batch.isDone else { return }
    batches.append(batch)
    send()
    refresh(isBusy: false)
  }

  /// Sends as much as may be under way, the oldest questions first.
  private func send() {
    for batch in batches {
      while pending.count < Self.maximumInFlight, let (index, call) = batch.next() {
        send(call, index, of: batch)
      }
    }
    batches.removeAll(where: \.isDone)
  }

  private func send(_ call: BusCall, _ index: Int, of batch: any BusQuestions) {
    lastID += 1
    let id = lastID
    let slot = batch.slot(for: index) { [weak self] in
      self?.assumeIsolated { $0.settled(id) }
    }
    do throws(BusError) {
      try slot.send(call, on: bus, timeout: batch.timeout)
      pending[id] = Pending(batch: batch.id, slot: slot)
    } catch {
      batch.fail(index, error)
    }
  }

  private func settled(_ id: UInt64) {
    pending[id] = nil
    send()
  }

  private func cancel(_ id: UInt64) {
    batches.first { $0.id == id }?.end(Self.cancelled)
    batches.removeAll(where: \.isDone)
    for (call, each) in pending where each.batch == id { pending[call] = nil }
    send()
    if ended == nil { refresh(isBusy: false) }
  }

  private static let cancelled = BusError(.cancelled, "The task that asked over D-Bus was cancelled.")
}

// The connection

extension BusConnection {
  private func turn() {
    guard ended == nil else { return }
    var isBusy = true
    for _ in 0..<Self.messagesPerTurn where isBusy {
      let result = bus.process()
      guard result >= 0 else {
        return end(.failed("sd_bus_process", result, .disconnected))
      }
      isBusy = result > 0
    }
    refresh(isBusy: isBusy)
  }

  private func turnOnTime() {
    armedFor = nil
    turn()
  }

  /// Waits for what the connection needs next.
  private func refresh(isBusy: Bool) {
    guard let descriptor = bus.descriptor, let interest = bus.interest else {
      return end(BusError(.disconnected, "The connection to D-Bus has ended."))
    }
    do throws(SystemError) {
      try wait(for: interest, on: descriptor)
    } catch {
      end(BusError(.disconnected, error.description))
    }
    // What was read already makes no descriptor readable.
    if let deadline = isBusy ? .zero : bus.deadline { arm(at: deadline) }
  }

  private func wait(for interest: Readiness, on descriptor: CInt) throws(SystemError) {
    if let watch, watch.descriptor == descriptor { return try watch.watch.change(to: interest) }
    let made = try loop.watch(descriptor, for: interest) { [weak self] _ in
      self?.assumeIsolated { $0.turn() }
    }
    watch = (descriptor, made)
  }

  /// Deadlines only move on as replies come: one that was armed for before is left, and looks again.
  private func arm(at deadline: Duration) {
    if let armedFor, armedFor <= deadline { return }
    armedFor = deadline
    let delay = max(.zero, deadline - BusHandle.now)
    if let timer { return timer.arm(after: delay) }
    timer = loop.schedule(after: delay) { [weak self] in
      self?.assumeIsolated { $0.turnOnTime() }
    }
  }

  private func end(_ error: BusError) {
    guard ended == nil else { return }
    ended = error
    let open = batches
    release()
    for batch in open { batch.end(error) }
  }

  /// The descriptor must not be watched any more when it is closed.
  private func release() {
    watch = nil
    timer = nil
    batches = []
    pending = [:]
    matches = []
    bus.close()
  }
}
