import Systemd

/// An actor that lives on a loop and takes note of what happens there.
actor LoopActor {
  let loop: EventLoop
  private(set) var notes: [String] = []

  nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

  init(on loop: EventLoop) {
    self.loop = loop
  }

  func note(_ text: String) {
    notes.append(text)
  }

  /// Runs `body` on the loop, with a way to take notes.
  func run<Result: Sendable>(_ body: @Sendable (isolated LoopActor) throws -> Result) rethrows -> Result {
    try body(self)
  }
}
