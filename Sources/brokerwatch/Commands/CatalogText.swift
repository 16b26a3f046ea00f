import Exporter

/// The catalogue for people.
enum CatalogText {
  static func plain(_ metrics: [Metric]) -> String {
    metrics.map { metric in
      let labels = metric.shownLabels
      let braced = labels.isEmpty ? "" : "{\(labels.joined(separator: ", "))}"
      return "\(metric.name)\(braced) \(metric.type.shown)\n    \(metric.help)\n"
    }.joined()
  }

  static func markdown(_ metrics: [Metric]) -> String {
    let rows = metrics.map { metric in
      let labels = metric.shownLabels.map { "`\($0)`" }.joined(separator: ", ")
      let help = metric.help.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      return "| `\(metric.name)` | \(metric.type.shown) | \(labels) | \(help) |"
    }
    return """
      # Metrics

      Generated from the catalogue by `brokerwatch metrics --format markdown`. What is not known has no sample: there is
      no 0, −1 or NaN for it.

      | metric | type | labels | meaning |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }
}

extension Metric {
  fileprivate var shownLabels: [String] {
    switch type {
    case .stateSet(let label, _): labels + [label]
    default: labels
    }
  }
}

extension MetricType {
  fileprivate var shown: String {
    switch self {
    case .counter: "counter"
    case .gauge: "gauge"
    case .histogram: "histogram"
    case .summary: "summary"
    case .info: "info"
    case .stateSet(_, let states): "one of \(states.joined(separator: ", "))"
    case .unknown: "unknown"
    }
  }
}
