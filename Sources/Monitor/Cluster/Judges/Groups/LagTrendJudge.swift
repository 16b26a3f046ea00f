/// Where a lag is heading.
package enum LagTrendJudge {
  /// Slower than this, in offsets per second, a lag drains at no time worth showing.
  private static let slowest = 0.001

  /// Nil unless the lag shrinks.
  package static func secondsToDrain(lag: Int64?, velocity: Double?) -> Double? {
    guard let lag, let velocity else { return nil }
    if lag == 0 { return 0 }
    return velocity < -slowest ? Double(lag) / -velocity : nil
  }
}
