import Glibc

/// The kernel's clocks.
package struct SystemTime: TimeSource {
  package init() {}

  package func now() -> Moment {
    Moment(
      wall: Timestamp(nanoseconds: Self.nanoseconds(CLOCK_REALTIME)),
      uptime: .nanoseconds(Self.nanoseconds(CLOCK_BOOTTIME)))
  }

  /// The kernel's timers see every move of its own clocks.
  package func onJump(_ wake: @escaping @Sendable () -> Void) {}

  private static func nanoseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
