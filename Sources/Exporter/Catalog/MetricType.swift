/// What kind of numbers a metric holds.
package enum MetricType: Sendable, Hashable {
  case counter
  case gauge
  case histogram
  case summary
  /// Constant 1; what it says is in its labels. Its name ends in `_info`.
  case info
  /// One series per state, 1 for the current one. A gauge in both formats, because OpenMetrics' own state set
  /// needs the metric's name as the label.
  case stateSet(label: String, states: [String])
  case unknown
}
