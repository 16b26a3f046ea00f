import Exporter
import Model
import TestSupport

/// A family with random texts and numbers, and what a parser has to read of it.
struct RandomFamily: Sendable {
  struct Row: Sendable {
    let labels: [String]
    let value: RandomValue
  }

  private static let names = ["m", "queue_depth", "X9", "ns:sub:metric", "_under"]
  private static let labelNames = ["a", "topic", "Label_9"]
  private static let nasty = [
    "\"", "\\", "\n", "\\n", "\\\\", "\"quoted\"", "\u{0}", "\r", "\r\n", "\t", " ", "{", "}", ",", "=", "#",
    "# EOF", "é", "😀", "👩‍👩‍👧‍👦", "\u{202E}", "\u{FEFF}", "\u{7F}", "\u{10FFFF}", "plain",
  ]

  let name: String
  let type: MetricType
  let unit: MetricUnit?
  let labels: [String]
  let help: String
  let rows: [Row]

  init(index: Int, using generator: inout SeededGenerator) {
    let types: [MetricType] = [
      .counter, .gauge, .unknown, .info, .histogram, .summary,
      .stateSet(label: "state", states: ["on", "a\"\n\\"]),
    ]
    type = types[index % types.count]
    let stem = "\(Self.names.randomElement(using: &generator) ?? "m")_\(index)"
    let takesUnit = ![types[3], types[6]].contains(type)
    unit = takesUnit && Bool.random(using: &generator) ? .seconds : nil
    let suffix = type == .info ? "_info" : type == .counter && index.isMultiple(of: 2) ? "_total" : ""
    name = stem + (unit == nil ? "" : "_seconds") + suffix
    labels = Array(Self.labelNames.prefix(Int.random(in: 0...3, using: &generator)))
    help = "[\(Self.text(using: &generator))]"
    let (type, labelCount) = (type, labels.count)
    rows = (0..<(labels.isEmpty ? 1 : 8)).map { number in
      var labels = (0..<labelCount).map { _ in Self.text(using: &generator) }
      // The row's number keeps series apart.
      if labelCount > 0 { labels[0] += "\(number)" }
      return Row(labels: labels, value: RandomValue(for: type, using: &generator))
    }
  }

  var metric: Metric {
    Metric(name, type, unit: unit, labels: labels, help: help, from: \.watcher) { _, writer in
      for row in rows {
        switch row.labels.count {
        case 0: row.value.write(to: &writer)
        case 1: row.value.write(to: &writer, row.labels[0])
        case 2: row.value.write(to: &writer, row.labels[0], row.labels[1])
        default: row.value.write(to: &writer, row.labels[0], row.labels[1], row.labels[2])
        }
      }
    }
  }

  private static func text(using generator: inout SeededGenerator) -> String {
    // With few escapes, because the peer copies the rest of the line at each.
    if Int.random(in: 0..<200, using: &generator) == 0 {
      return String(repeating: "long😀", count: 20_000) + "\\"
    }
    return (0..<Int.random(in: 0...6, using: &generator))
      .map { _ in nasty.randomElement(using: &generator) ?? "" }
      .joined()
  }
}
