import Glibc

enum KernelClock {
  /// The corresponding C function is `clock_gettime`.
  static var monotonicMicroseconds: UInt64 {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1000
  }
}
