extension ExpositionFormat {
  /// The format to answer an `Accept` header with.
  ///
  /// What the client ranks highest wins, what it names first among equals. A client that asks for nothing we have
  /// gets the text format, as from every Prometheus exporter: an answer it may not read beats none.
  package static func negotiate(accept: String?) -> ExpositionFormat {
    guard let accept else { return .text004 }
    let ranges = HeaderList.parse(accept)
    let refused = Set(ranges.filter { $0.quality == 0 }.compactMap(exactFormat))
    var best: (format: ExpositionFormat, quality: Int)?
    for range in ranges where range.quality > best?.quality ?? 0 {
      if let format = format(for: range), !refused.contains(format) {
        best = (format, range.quality)
      }
    }
    return best?.format ?? .text004
  }

  private static func format(for range: HeaderList.Item) -> ExpositionFormat? {
    range.value == "*/*" || range.value == "text/*" ? .text004 : exactFormat(range)
  }

  private static func exactFormat(_ range: HeaderList.Item) -> ExpositionFormat? {
    switch (range.value, range.parameters["version"]) {
    case ("text/plain", nil), ("text/plain", "0.0.4"): .text004
    case ("application/openmetrics-text", "1.0.0"): .openMetrics100
    // Without a version the header means the first one.
    case ("application/openmetrics-text", nil), ("application/openmetrics-text", "0.0.1"): .openMetrics001
    default: nil
    }
  }
}
