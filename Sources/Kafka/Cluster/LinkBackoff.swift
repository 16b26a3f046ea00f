/// How long to leave a broker alone that could not be connected to.
struct LinkBackoff: Sendable {
  private static let first = Duration.milliseconds(250)
  /// Many watchers that lost one broker at one time must not come back at one time.
  private static let jitter = 0.5...1.0

  let longest: Duration
  private var next = Self.first

  init(longest: Duration) {
    self.longest = longest
  }

  /// Doubles with every failure, never beyond the longest.
  mutating func pause(_ random: (ClosedRange<Double>) -> Double = { Double.random(in: $0) }) -> Duration {
    let pause = min(next, longest) * random(Self.jitter)
    next = min(next * 2, longest)
    return pause
  }

  mutating func succeeded() {
    next = Self.first
  }
}
