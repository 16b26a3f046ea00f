/// The formats of the metrics page.
package enum ExpositionFormat: Sendable, Hashable, CaseIterable {
  case text004
  case openMetrics100
  case openMetrics001

  package var contentType: String {
    switch self {
    case .text004: "text/plain; version=0.0.4; charset=utf-8"
    // From 1.0.0 on the answer names how foreign names are escaped; ours need no escaping, so any scheme is true.
    case .openMetrics100: "application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=underscores"
    case .openMetrics001: "application/openmetrics-text; version=0.0.1; charset=utf-8"
    }
  }

  var body: PageBody {
    switch self {
    case .text004: .text
    case .openMetrics100, .openMetrics001: .openMetrics
    }
  }
}
