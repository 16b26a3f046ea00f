import Glibc

/// What the kernel counts in.
struct HostConstants: Sendable, Hashable {
  var ticksPerSecond: UInt64
  var pageSize: UInt64

  static var current: HostConstants {
    HostConstants(
      ticksPerSecond: UInt64(max(1, sysconf(CInt(_SC_CLK_TCK)))),
      pageSize: UInt64(max(1, sysconf(CInt(_SC_PAGESIZE)))))
  }

  /// Nil instead of an overflow: the numbers come from a file, and the file may be a fixture or a lie.
  func nanoseconds(ticks: UInt64) -> UInt64? {
    let (product, overflow) = ticks.multipliedReportingOverflow(by: 1_000_000_000 / max(1, ticksPerSecond))
    return overflow ? nil : product
  }

  func bytes(pages: UInt64) -> UInt64? {
    let (product, overflow) = pages.multipliedReportingOverflow(by: pageSize)
    return overflow ? nil : product
  }
}
