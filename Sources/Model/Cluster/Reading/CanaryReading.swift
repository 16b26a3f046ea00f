/// What the canary saw of one broker since it began.
package struct CanaryReading: Sendable, Hashable {
  package static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  package var produce = Histogram(bounds: bounds)
  package var fetch = Histogram(bounds: bounds)
  package var endToEnd = Histogram(bounds: bounds)
  package var produced: UInt64 = 0
  package var consumed: UInt64 = 0
  package var lost: UInt64 = 0
  /// By Kafka's name of an error code, or a word such as `timeout`.
  package var errors: [String: UInt64] = [:]

  package init() {}
}
