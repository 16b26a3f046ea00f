import Exporter
import Model
import TestSupport
import Testing

@Suite struct NamingRulesTests {
  /// Names that operators' dashboards have relied on for years.
  private static let exceptions = ["broker_topic_count", "broker_partition_count"]

  @Test func `trap 27: the whole catalogue follows promtool's naming rules`() throws {
    for metric in try Catalog.brokerwatch().metrics where !Self.exceptions.contains(metric.name) {
      #expect(NamingRules.findings(metric) == [], "\(metric.name)")
    }
  }

  private static let bad: [(String, MetricType)] = [
    ("a_total", .gauge), ("a", .counter), ("a_count", .gauge), ("a_sum", .gauge), ("a_bucket", .gauge),
    ("a_gauge", .gauge), ("a_counter_b", .gauge), ("a_ms", .gauge), ("a_milliseconds", .gauge),
    ("aB", .gauge),
    ("a:b", .gauge), ("broker_topic_count", .gauge),
  ]

  @Test(arguments: bad.indices)
  func `the rules find what is against them`(index: Int) {
    #expect(NamingRules.findings(metric(index)) != [])
  }

  @Test(
    .enabled(if: PeerProgram.isUsable("promtool", requiredAs: "prometheus"), "promtool is not installed"),
    arguments: bad.indices)
  func `promtool finds them, too`(index: Int) async throws {
    let world = FixedWorld()
    let cache = ExpositionCache(catalog: try Catalog([metric(index)]), store: world.store, time: world.time)
    let promtool = try ChildProcess("promtool", ["check", "metrics"])
    promtool.write(await cache.page(.text004, .identity).text)
    promtool.closeInput()
    #expect(try await promtool.wait() == 3)
  }

  @Test func `a unit at the end of a name has to be declared`() {
    let metric = Metric("a_seconds", .gauge, help: "Helps.", from: \.watcher) { _, _ in }
    #expect(NamingRules.findings(metric) == ["its unit is not declared"])
  }

  private func metric(_ index: Int) -> Metric {
    Metric(Self.bad[index].0, Self.bad[index].1, help: "Helps.", from: \.watcher) { _, rows in rows.write(1) }
  }
}
