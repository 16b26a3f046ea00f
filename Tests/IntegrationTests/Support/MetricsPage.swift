import TestSupport

/// A page of metrics, to look single samples up in.
struct MetricsPage {
  private struct Sample {
    let name: Substring
    let labels: [String: String]
    let value: Double
  }

  private let samples: [Sample]

  init(_ text: String) {
    samples = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(Self.sample)
  }

  /// The first sample of this name with at least these labels.
  func value(of name: String, _ labels: [String: String] = [:]) -> Double? {
    values(of: name, labels).first
  }

  func values(of name: String, _ labels: [String: String] = [:]) -> [Double] {
    samples.filter { sample in
      sample.name == name && labels.allSatisfy { sample.labels[$0.key] == $0.value }
    }.map(\.value)
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
  /// The metrics, as soon as they are as the condition wants them.
  @discardableResult
  func page(
    within limit: Duration = .seconds(60), until condition: (MetricsPage) -> Bool
  ) async throws -> MetricsPage {
    var page = MetricsPage("")
    try await eventually("the metrics say so", within: limit) {
      page = MetricsPage(try await get("/metrics"))
      return condition(page)
    }
    return page
  }
}
