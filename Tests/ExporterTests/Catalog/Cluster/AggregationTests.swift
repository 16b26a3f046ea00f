import Exporter
import Model
import TestSupport
import Testing

/// The expressions that the docs give, evaluated by Prometheus over the pages of every way to run Brokerwatch.
@Suite struct AggregationTests {
  /// What each expression has to come to, added up by hand from `WatchedCluster`. Counters grow each minute by what
  /// the page says, so a rate is a sixtieth of it.
  private static let truth: [(String, [(labels: String, value: String)])] = [
    ("lag of a group by topic", lagsByTopic), ("the same at any granularity", lagsByTopic),
    ("lag of a group", [("group=\"billing\"", "100"), ("group=\"report\"", "5"), ("group=\"search\"", "8")]),
    (
      "lag of a group in seconds",
      [("group=\"billing\"", "50"), ("group=\"report\"", "2.5"), ("group=\"search\"", "3.5")]
    ),
    ("messages in per second by topic", [("topic=\"orders\"", "10"), ("topic=\"audit\"", "5")]),
    ("messages out per second by topic", [("topic=\"orders\"", "8.5"), ("topic=\"audit\"", "2")]),
    ("under-replicated partitions", [("", "6")]), ("partitions under min ISR", [("", "4")]),
    ("offline partitions", [("", "1")]), ("partitions whose leader does not answer", [("", "2")]),
    ("size of a topic, one copy", [("topic=\"orders\"", "10000"), ("topic=\"audit\"", "5000")]),
    ("brokers that answer somebody", [("", "3")]),
  ]

  private static let lagsByTopic = [
    ("group=\"billing\",topic=\"orders\"", "100"), ("group=\"report\",topic=\"orders\"", "5"),
    ("group=\"search\",topic=\"orders\"", "1"), ("group=\"search\",topic=\"audit\"", "7"),
  ]

  private static let sidecars = WatchedCluster.brokers.map(ClusterScope.broker)
  private static let emitters: [[ClusterScope]] = [
    [.cluster], sidecars, [.cluster] + sidecars, [.cluster] + sidecars.dropLast(),
  ]

  @Test(
    .enabled(if: PeerProgram.isUsable("promtool", requiredAs: "prometheus"), "promtool is not installed"),
    arguments: emitters.indices)
  func `every documented expression is right with one watcher, with one per broker, and with both`(
    index: Int
  ) async throws {
    let expressions = try Self.documented()
    #expect(expressions.map(\.name) == Self.truth.map(\.0))
    var series = ""
    for (instance, scope) in Self.emitters[index].enumerated() {
      for row in try await rows(scope) { series += Self.inputSeries(row, instance: instance) }
    }
    var tests = ""
    for (expression, expected) in zip(expressions, Self.truth) {
      tests += "      - expr: '\(expression.text)'\n        eval_time: 10m\n        exp_samples:\n"
      for sample in expected.1 {
        let labels = sample.labels.isEmpty ? "" : ",\(sample.labels)"
        tests += "          - {labels: '{cluster=\"main\"\(labels)}', value: \(sample.value)}\n"
      }
    }
    let file = try TemporaryDirectory().write(
      Array(
        "rule_files: []\ntests:\n  - interval: 1m\n    input_series:\n\(series)    promql_expr_test:\n\(tests)"
          .utf8),
      to: "tests.yaml")
    let promtool = try await Command("promtool", "test", "rules", file)
    #expect(promtool.status == 0, "\(promtool.output)\(promtool.errors)")
  }

  private func rows(_ scope: ClusterScope) async throws -> [String] {
    let time = ManualTime()
    let world = FixedClusters([WatchedCluster.section(scope, readAt: time.now())])
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: world.store, time: world.time)
    return await cache.page(.text004, .identity).rows.filter { $0.contains("{cluster=") }
  }

  /// A gauge stands still; a counter grows each minute by what it says.
  private static func inputSeries(_ row: String, instance: Int) -> String {
    let parts = row.split(separator: " ")
    let labels = parts[0].dropLast() + ",instance=\"\(instance)\"}"
    let step = parts[0].prefix { $0 != "{" }.hasSuffix("_total") ? "0+\(parts[1])x20" : "\(parts[1])x20"
    return "      - {series: '\(labels)', values: '\(step)'}\n"
  }

  /// The table's lines `| number | expression |`.
  private static func documented() throws -> [(name: String, text: String)] {
    let text = try Repository.text(of: "docs/kafka.md")
    return text.matches(of: /\| ([^|`]+) \| `([^`]+)` \|\n/).map { (String($0.1), String($0.2)) }
      .filter { $0.text.contains(" by (") }
  }
}
