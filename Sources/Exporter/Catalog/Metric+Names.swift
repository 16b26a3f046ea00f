extension Metric {
  /// What OpenMetrics calls the family: a counter's name without `_total`, an info's without `_info`.
  package var familyName: String {
    switch type {
    case .counter: name.dropping(suffix: "_total") ?? name
    case .info: name.dropping(suffix: "_info") ?? name
    case .gauge, .histogram, .summary, .stateSet, .unknown: name
    }
  }

  /// Every label that a row can carry.
  package var labelNames: [String] {
    switch type {
    case .histogram: labels + ["le"]
    case .summary: labels + ["quantile"]
    case .stateSet(let label, _): labels + [label]
    case .counter, .gauge, .info, .unknown: labels
    }
  }

  /// Every name that nothing else may use, in either format; `_created` belongs to OpenMetrics.
  var reservedNames: [String] {
    let suffixes: [String] =
      switch type {
      case .counter: ["", "_total", "_created"]
      case .info: ["", "_info"]
      case .histogram: ["", "_bucket", "_sum", "_count", "_created"]
      case .summary: ["", "_sum", "_count", "_created"]
      case .gauge, .stateSet, .unknown: [""]
      }
    return suffixes.map { familyName + $0 }
  }
}

extension String {
  /// Nil where the text does not end so, or is nothing but the suffix.
  fileprivate func dropping(suffix: String) -> String? {
    hasSuffix(suffix) && self != suffix ? String(dropLast(suffix.count)) : nil
  }
}
