import Model
import TestSupport
import Testing

@testable import Exporter

@Suite struct CatalogTests {
  private static func metric(
    _ name: String, _ type: MetricType = .gauge, unit: MetricUnit? = nil, labels: [String] = [],
    help: String = "Helps."
  ) -> Metric {
    Metric(name, type, unit: unit, labels: labels, help: help, from: \.watcher) { _, _ in }
  }

  private static let refused: [(Metric, CatalogError.Problem)] = [
    (metric(""), .name), (metric("1st"), .name), (metric("a-b"), .name), (metric("a b"), .name),
    (metric("é"), .name), (metric("a\n"), .name), (metric("a_gauge", .info), .infoWithoutSuffix),
    (metric("_info", .info), .infoWithoutSuffix), (metric("a", help: ""), .helpMissing),
    (metric("a", help: " x"), .helpBlanks), (metric("a", help: "x\n"), .helpBlanks),
    (metric("a", labels: [""]), .label("")), (metric("a", labels: ["a:b"]), .label("a:b")),
    (metric("a", labels: ["__name__"]), .label("__name__")), (metric("a", labels: ["_x"]), .label("_x")),
    (metric("a", labels: ["x", "y", "x"]), .labelTwice("x")),
    (metric("a", labels: ["le"]), .labelReserved("le")),
    (metric("a", .summary, labels: ["quantile"]), .labelReserved("quantile")),
    (metric("a", .stateSet(label: "state", states: ["on"]), labels: ["state"]), .labelTwice("state")),
    (metric("a", .stateSet(label: "state", states: [])), .states),
    (metric("a", .stateSet(label: "state", states: ["on", "on"])), .states),
    (metric("a_total", .counter, unit: .seconds), .unitNotSuffix(.seconds)),
    (metric("seconds", unit: .seconds), .unitNotSuffix(.seconds)),
    (metric("a_seconds_info", .info, unit: .seconds), .unitOfText(.seconds)),
  ]

  @Test(arguments: refused.indices)
  func `what Prometheus or OpenMetrics would refuse is refused at construction`(index: Int) {
    let (metric, problem) = Self.refused[index]
    #expect(throws: CatalogError(metric: metric.name, problem: problem)) { try Catalog([metric]) }
  }

  private static let clashes: [[Metric]] = [
    [metric("a"), metric("a")],
    [metric("a", .histogram), metric("a_bucket")], [metric("a_count"), metric("a", .histogram)],
    [metric("a", .summary), metric("a_sum", .counter)], [metric("a_total", .counter), metric("a")],
    [metric("a_info", .info), metric("a")], [metric("a_created"), metric("a_total", .counter)],
    [metric("a_info", .info), metric("a_total", .counter)],
    [metric("a", .counter), metric("a_total", .counter)],
  ]

  @Test(arguments: clashes.indices)
  func `two metrics cannot share a name of a row or a header in either format`(index: Int) {
    #expect(throws: CatalogError.self) { try Catalog(Self.clashes[index]) }
  }

  @Test func `names that only look alike do not clash`() throws {
    let metrics = [
      Self.metric("a_seconds_total", .counter, unit: .seconds), Self.metric("a_bytes", unit: .bytes),
      Self.metric("a_b", .histogram), Self.metric("a_b_counted"),
      Self.metric("ns:a", .counter, labels: ["x", "y"]),
    ]
    #expect(
      try Catalog(metrics).metrics.map(\.name) == [
        "a_b", "a_b_counted", "a_bytes", "a_seconds_total", "ns:a",
      ])
  }

  @Test func `an error names the metric and says what to do`() {
    let error = CatalogError(metric: "a_total", problem: .unitNotSuffix(.seconds))
    #expect(
      error.description
        == "The metric 'a_total' cannot be part of the catalogue: its unit is seconds, so its name "
        + "has to end in '_seconds' (before '_total').")
  }

  @Test func `every metric that is declared is in the catalogue`() throws {
    var declared: [String] = []
    for kind in ["", "/Cluster", "/Host"] {
      let folder = "Sources/Exporter/Catalog\(kind)"
      for file in try Files.names(in: "\(Repository.root)/\(folder)") where file.hasSuffix("Metrics.swift") {
        let text = try Repository.text(of: "\(folder)/\(file)")
        for match in text.matches(of: /= Metric\(\s*"([^"]+)"/) { declared.append(String(match.1)) }
      }
    }
    #expect(try Catalog.brokerwatch().metrics.map(\.name) == declared.sorted())
    #expect(declared.count > 100)
  }
}
