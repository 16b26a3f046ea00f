import Systemd

/// An actor that lives on a loop and takes note of what happens there.
actor LoopActor {
  let loop: EventLoop
  private(set) var notes: [String] = []
  /// Timers and watches that live as long as the actor, or until the test releases them.
  var timers: [LoopTimer] = []
  var watches: [DescriptorWatch] = []

  nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

  init(on loop: EventLoop) {
    self.loop = loop
  }

  func note(_ text: String) {
    notes.append(text)
  }

  /// Runs `body` on the loop.
  func run<Result: Sendable>(_ body: @Sendable (isolated LoopActor) throws -> Result) rethrows -> Result {
    try body(self)
  }

  /// Lets the loop look at its descriptors and timers that many times.
  nonisolated func takeTurns(_ count: Int) async {
    for _ in 0..<count { await run { _ in } }
  }

  nonisolated func claimToBeOnLoop() {
    assumeIsolated { _ in }
  }

  func yieldUntilCancelled() async {
    while !Task.isCancelled { await Task.yield() }
    note("cancelled")
  }

  func schedule(after delay: Duration, _ text: String) {
    timers.append(
      loop.schedule(after: delay) { [weak self] in
        self?.assumeIsolated { $0.note(text) }
      })
  }

  /// Watches as long as the actor lives, or until the test releases it.
  func watch(
    _ descriptor: CInt, for interest: Readiness,
    _ handle: @escaping @Sendable (isolated LoopActor, Readiness) -> Void
  ) throws {
    watches.append(
      try loop.watch(descriptor, for: interest) { [weak self] readiness in
        self?.assumeIsolated { handle($0, readiness) }
      })
  }
}
