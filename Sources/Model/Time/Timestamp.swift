/// A wall-clock time, in nanoseconds since 1970-01-01 UTC.
package struct Timestamp: Sendable, Hashable, Comparable {
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Times beyond the years 1678 and 2262 become those: a peer's absurd time must not stop us.
  package init(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    nanoseconds = overflow ? (seconds < 0 ? .min : .max) : product
  }

  /// Seconds since 1970, the form Prometheus wants.
  package var seconds: Double {
    Double(nanoseconds) / 1e9
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
