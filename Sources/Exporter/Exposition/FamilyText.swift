/// The bytes of a family that no scrape changes, made once.
struct FamilyText: Sendable {
  let name: [UInt8]
  let bucketName: [UInt8]
  let sumName: [UInt8]
  let countName: [UInt8]
  /// What stands before each label's value: `{name="` where it is the row's first label, `",name="` elsewhere.
  let firstLabels: [[UInt8]]
  let nextLabels: [[UInt8]]
  /// The state set's label with each of its states, `state="running`.
  let states: [(name: String, label: [UInt8])]
  private let textHeader: [UInt8]
  private let openMetricsHeader: [UInt8]

  init(_ metric: Metric) {
    name = Array(metric.name.utf8)
    bucketName = Array("\(metric.name)_bucket".utf8)
    sumName = Array("\(metric.name)_sum".utf8)
    countName = Array("\(metric.name)_count".utf8)
    firstLabels = metric.labels.map { Array("{\($0)=\"".utf8) }
    nextLabels = metric.labels.map { Array("\",\($0)=\"".utf8) }
    if case .stateSet(let label, let states) = metric.type {
      self.states = states.map { (name: $0, label: Array("\(label)=\"\($0.escaped(quotes: true))".utf8)) }
    } else {
      states = []
    }
    textHeader = Array(
      """
      # HELP \(metric.name) \(metric.help.escaped(quotes: false))
      # TYPE \(metric.name) \(metric.textType)

      """.utf8)
    let family = metric.familyName
    openMetricsHeader = Array(
      """
      # TYPE \(family) \(metric.openMetricsType)
      \(metric.unit.map { "# UNIT \(family) \($0.rawValue)\n" } ?? "")# HELP \(family) \(metric.help.escaped(quotes: true))

      """.utf8)
  }

  func header(in body: PageBody) -> [UInt8] {
    switch body {
    case .text: textHeader
    case .openMetrics: openMetricsHeader
    }
  }
}

extension String {
  fileprivate func escaped(quotes: Bool) -> String {
    var text = ""
    for character in unicodeScalars {
      switch character {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\"" where quotes: text += "\\\""
      default: text.unicodeScalars.append(character)
      }
    }
    return text
  }
}

extension Metric {
  fileprivate var textType: String {
    switch type {
    case .counter: "counter"
    case .gauge, .info, .stateSet: "gauge"
    case .histogram: "histogram"
    case .summary: "summary"
    case .unknown: "untyped"
    }
  }

  /// A counter's samples end in `_total` in OpenMetrics; one that is named otherwise keeps its name and is `unknown`.
  fileprivate var openMetricsType: String {
    switch type {
    case .counter: familyName == name ? "unknown" : "counter"
    case .gauge, .stateSet: "gauge"
    case .histogram: "histogram"
    case .summary: "summary"
    case .info: "info"
    case .unknown: "unknown"
    }
  }
}
