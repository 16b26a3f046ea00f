/// Base units, spelled as they end a metric's name.
package enum MetricUnit: String, Sendable, CaseIterable {
  case seconds
  case bytes
}
