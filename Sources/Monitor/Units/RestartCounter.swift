/// Counts a unit's restarts on where systemd's own number begins anew, at a start by hand or when the unit was unloaded.
struct RestartCounter: Sendable, Hashable {
  private(set) var total: UInt64?
  private var last: UInt64 = 0

  mutating func observe(_ restarts: UInt64) {
    let growth = restarts >= last ? restarts - last : restarts
    total = (total ?? 0) &+ growth
    last = restarts
  }

  /// What systemd counts begins at 0 again.
  mutating func beginAnew() {
    last = 0
  }
}
