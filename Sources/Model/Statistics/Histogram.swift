/// Counts of observations by upper bound, as Prometheus defines a histogram.
package struct Histogram: Sendable, Hashable {
  /// Ascending upper bounds, `+Inf` left out: it is the count.
  package let bounds: [Double]
  /// Observations per bucket, not cumulative; one more than `bounds` for what is above them all.
  package private(set) var counts: [UInt64]
  package private(set) var sum: Double = 0

  package init(bounds: [Double]) {
    self.bounds = bounds
    counts = Array(repeating: 0, count: bounds.count + 1)
  }

  package var count: UInt64 {
    counts.reduce(0, +)
  }

  package mutating func observe(_ value: Double) {
    counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
    sum += value
  }
}
