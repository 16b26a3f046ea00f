package import Model

/// Turns moments into tenths of a second since a fixed one, measured on the boot clock.
///
/// Whoever sets the wall clock changes no age that is judged with it.
package struct JudgeClock: Sendable, Hashable {
  private let origin: Duration

  package init(origin: Moment) {
    self.origin = origin.uptime
  }

  package func tenths(at moment: Moment) -> Tenths {
    Tenths(clamping: (moment.uptime - origin).wholeNanoseconds / 100_000_000)
  }

  /// The wall-clock time of a tenth, as the wall clock reads now.
  package func timestamp(of tenths: Tenths, now: Moment) -> Timestamp {
    let age = Int64(self.tenths(at: now)) - Int64(tenths)
    return Timestamp(nanoseconds: now.wall.nanoseconds.subtractingSaturated(age * 100_000_000))
  }

  /// The tenth at which the wall clock, as it reads now, showed this time.
  package func tenths(of timestamp: Timestamp, now: Moment) -> Tenths {
    let age = now.wall.nanoseconds.subtractingSaturated(timestamp.nanoseconds)
    return Tenths(clamping: Int64(tenths(at: now)).subtractingSaturated(age / 100_000_000))
  }
}
