/// A wall-clock time, in nanoseconds since 1970-01-01 UTC.
package struct Timestamp: Sendable, Hashable, Comparable {
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  package init(seconds: Int64) {
    nanoseconds = seconds * 1_000_000_000
  }

  /// Seconds since 1970, the form Prometheus wants.
  package var seconds: Double {
    Double(nanoseconds) / 1e9
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
