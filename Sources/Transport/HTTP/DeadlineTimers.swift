import Systemd

/// The timers of one exchange: one for the part it is in, one for all of it.
///
/// Only on the loop.
struct DeadlineTimers {
  private let deadlines: Deadlines
  private let loop: EventLoop
  private var phase = Deadlines.Phase.connect
  private var phaseTimer: LoopTimer?
  private var totalTimer: LoopTimer?
  var whenLate: (Deadlines.Phase, Duration) -> Void = { _, _ in }

  init(_ deadlines: Deadlines, loop: EventLoop) {
    self.deadlines = deadlines
    self.loop = loop
  }

  mutating func start() {
    if let total = deadlines.total {
      totalTimer = loop.schedule(after: total) { [whenLate] in whenLate(.total, total) }
    }
    phaseTimer = timer(for: .connect)
  }

  /// Starts the clock of a part of the exchange, or starts it again.
  mutating func enter(_ phase: Deadlines.Phase) {
    if phase == self.phase, let phaseTimer, let limit = deadlines.limit(of: phase) {
      phaseTimer.arm(after: limit)
    } else {
      self.phase = phase
      phaseTimer = timer(for: phase)
    }
  }

  /// Stops the clock of the part, not that of the whole.
  mutating func pause() {
    phaseTimer?.cancel()
  }

  mutating func end() {
    phaseTimer = nil
    totalTimer = nil
  }

  private func timer(for phase: Deadlines.Phase) -> LoopTimer? {
    guard let limit = deadlines.limit(of: phase) else { return nil }
    return loop.schedule(after: limit) { [whenLate] in whenLate(phase, limit) }
  }
}
