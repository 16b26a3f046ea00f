import TestSupport

/// A page of metrics, to look single samples up in.
struct MetricsPage {
  struct Sample {
    let name: Substring
    let labels: [String: String]
    let value: Double
  }

  let samples: [Sample]

  init(_ text: String) {
    samples = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(Self.sample)
  }

  /// The first sample of this name with at least these labels.
  func value(of name: String, _ labels: [String: String] = [:]) -> Double? {
    values(of: name, labels).first
  }

  func values(of name: String, _ labels: [String: String] = [:]) -> [Double] {
    samples(of: name, labels).map(\.value)
  }

  func samples(of name: String, _ labels: [String: String] = [:]) -> [Sample] {
    samples.filter { sample in
      sample.name == name && labels.allSatisfy { sample.labels[$0.key] == $0.value }
    }
  }

  /// The values of a metric by one of its labels.
  func values(of name: String, by label: String, _ labels: [String: String] = [:]) -> [String: Double] {
    let pairs = samples(of: name, labels).compactMap { sample in
      sample.labels[label].map { ($0, sample.value) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Good for label values without quotes and commas, as tests have them.
  private static func sample(_ line: Substring) -> Sample? {
    guard let space = line.lastIndex(of: " "), let value = Double(line[line.index(after: space)...]) else {
      return nil
    }
    let head = line[..<space]
    let name = head.prefix { $0 != "{" }
    let pairs = head.dropFirst(name.count).drop { $0 == "{" }.dropLast(head.hasSuffix("}") ? 1 : 0)
    let labels = pairs.split(separator: ",").compactMap { pair -> (String, String)? in
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (String(parts[0]), String(parts[1].dropFirst().dropLast()))
    }
    return Sample(
      name: name, labels: Dictionary(labels, uniquingKeysWith: { first, _ in first }), value: value)
  }
}

extension RunningDaemon {
  /// After a moment, so that whoever asks in a loop leaves the machine to those that are watched.
  func pacedMetrics() async throws -> String {
    try await Command("sh", "-c", "sleep 0.1; exec curl -sS --max-time 5 \(url())").output
  }

  /// The metrics, as soon as they are as the condition wants them.
  @discardableResult
  func page(
    within limit: Duration = .seconds(60), until condition: (MetricsPage) -> Bool
  ) async throws -> MetricsPage {
    var page = MetricsPage("")
    try await eventually("the metrics say so", within: limit) {
      page = MetricsPage(try await pacedMetrics())
      return condition(page)
    }
    return page
  }
}
