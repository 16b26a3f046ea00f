/// Quantiles that somebody else computed, as Prometheus defines a summary.
package struct Summary: Sendable, Hashable {
  package struct Quantile: Sendable, Hashable {
    /// Between 0 and 1.
    package let rank: Double
    package let value: Double

    package init(rank: Double, value: Double) {
      self.rank = rank
      self.value = value
    }
  }

  /// Ascending by rank.
  package let quantiles: [Quantile]
  package let sum: Double?
  package let count: UInt64?

  package init(quantiles: [Quantile], sum: Double?, count: UInt64?) {
    self.quantiles = quantiles
    self.sum = sum
    self.count = count
  }
}
