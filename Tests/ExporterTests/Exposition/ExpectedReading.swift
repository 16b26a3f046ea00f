import Exporter
import Model

/// What `Tests/Peers/read_exposition.py` has to print for a random family, worked out from the formats' rules and not
/// from what the encoder wrote.
struct ExpectedReading {
  let family: RandomFamily
  let isOpenMetrics: Bool

  var lines: [String] {
    [familyLine] + family.rows.flatMap(sampleLines)
  }

  private var familyLine: String {
    let name = family.name
    let hasTotal = name.hasSuffix("_total")
    // prometheus_client itself takes `_total` off a counter's name in the text format.
    let (familyName, type): (String, String) =
      switch family.type {
      case .counter where hasTotal: (String(name.dropLast(6)), "counter")
      case .counter: (name, isOpenMetrics ? "unknown" : "counter")
      case .gauge, .stateSet: (name, "gauge")
      case .unknown: (name, "unknown")
      case .info: isOpenMetrics ? (String(name.dropLast(5)), "info") : (name, "gauge")
      case .histogram: (name, "histogram")
      case .summary: (name, "summary")
      }
    let unit = isOpenMetrics && family.unit != nil ? "seconds" : ""
    return ["family", familyName, type, unit, hex(family.help)].joined(separator: "\t")
  }

  private func sampleLines(_ row: RandomFamily.Row) -> [String] {
    switch row.value {
    case .double(let value): [line(row, suffix: addedSuffix, value: value)]
    case .integer(let value): [line(row, suffix: addedSuffix, value: Double(value))]
    case .count(let value): [line(row, suffix: addedSuffix, value: Double(value))]
    case .one: [line(row, value: 1)]
    case .state(let current):
      states.map { line(row, extra: ("state", $0), value: $0 == current ? 1 : 0) }
    case .histogram(let histogram): lines(row, histogram)
    case .summary(let summary):
      zip(summary.quantiles, ["0.0", "0.5", "0.99", "1.0"]).map { quantile, rank in
        line(row, extra: ("quantile", rank), value: quantile.value)
      } + [
        line(row, suffix: "_sum", value: summary.sum ?? -1),
        line(row, suffix: "_count", value: Double(summary.count ?? 0)),
      ]
    }
  }

  private func lines(_ row: RandomFamily.Row, _ histogram: Histogram) -> [String] {
    let bounds = ["1e-10", "0.001", "1.0", "2.5", "1e+06", "1.2345678e+07", "1e+20", "+Inf"]
    let buckets = bounds.enumerated().map { position, bound in
      let below = histogram.counts[...position].reduce(0, +)
      return line(row, suffix: "_bucket", extra: ("le", bound), value: Double(below))
    }
    return buckets + [
      line(row, suffix: "_sum", value: histogram.sum),
      line(row, suffix: "_count", value: Double(histogram.counts.reduce(0, +))),
    ]
  }

  /// In the text format prometheus_client calls every counter's sample `_total`, whatever stands there.
  private var addedSuffix: String {
    family.type == .counter && !isOpenMetrics && !family.name.hasSuffix("_total") ? "_total" : ""
  }

  private var states: [String] {
    if case .stateSet(_, let states) = family.type { states } else { [] }
  }

  private func line(
    _ row: RandomFamily.Row, suffix: String = "", extra: (String, String)? = nil, value: Double
  ) -> String {
    let labels = zip(family.labels, row.labels).map { ($0, $1) } + [extra].compactMap { $0 }
    let spelled = labels.sorted { $0.0 < $1.0 }.map { "\($0.0)=\(hex($0.1))" }.joined(separator: ",")
    let bits = String(value.bitPattern, radix: 16)
    let padding = String(repeating: "0", count: 16 - bits.count)
    return ["sample", family.name + suffix, spelled, padding + bits].joined(separator: "\t")
  }

  private func hex(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
