/// What the last rendering of the metrics page came to.
package struct ExpositionStatistics: Sendable, Hashable {
  /// Nil before the first page.
  package var series: Int?
  /// Size of the last page, by encoding (`identity`, `gzip`).
  package var bytes: [String: Int] = [:]
  package var renderSeconds = Histogram(bounds: [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5,
  ])
  /// Samples left out of the page, by reason.
  package var droppedSamples: [String: UInt64] = [:]

  package init() {}
}
