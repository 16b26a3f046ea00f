import Model
import Monitor
import Settings
import Systemd
import TestSupport
import Testing
import Transport

@testable import brokerwatch

@Suite struct ClusterListTests {
  private let loop: EventLoop
  private let list: CollectorList

  init() throws {
    loop = try EventLoop(name: "test")
    let store = WorldStore(time: SystemTime())
    let client = try HTTPClient(on: loop, userAgent: "test")
    let clusters = ClusterList(
      on: loop, client: client, store: store,
      state: StateDirectory(nil, log: LogRecorder().logger), log: LogRecorder().logger)
    let probes = WatcherProbes(
      loops: { [] }, http: { HTTPStatistics() }, exposition: { ExpositionStatistics() }, reloads: { [] },
      logLinesDropped: { [:] }, eventsMissed: { 0 }, state: { StateStatistics() })
    list = CollectorList(
      probes: probes, clusters: clusters, host: HostBoard(store: store), on: loop, client: client,
      store: store)
  }

  @Test func `a reload keeps the collectors of clusters that it does not change`() throws {
    let before = try plan("clusters: [{name: a, interval: 5s}, {name: b}, {name: c}]")
    let after = try plan("clusters: [{name: d}, {name: c}, {name: a, interval: 6s}]")
    #expect(named(before.keys) == ["cluster/a", "cluster/b", "cluster/c", "watcher"])
    #expect(named(after.keys) == ["cluster/a", "cluster/c", "cluster/d", "watcher"])
    #expect(isKept("cluster/c", before, after))
    #expect(!isKept("cluster/a", before, after))
    _ = try plan("clusters: [{name: a, interval: 6s}]")
    let back = try plan("clusters: [{name: c}]")
    #expect(!isKept("cluster/c", after, back))
    loop.stop()
  }

  @Test func `so it does with those of the host`() throws {
    let before = try plan("collectors: {units: {interval: 5s}, data_dirs: {paths: [/data]}}")
    let same = try plan("collectors: {units: {interval: 5s}, data_dirs: {paths: [/data]}}\nclusters: []")
    #expect(isKept("processes", before, same))
    #expect(isKept("units", before, same))
    #expect(isKept("data_dirs", before, same))
    let other = try plan(
      "collectors: {units: {interval: 6s}, data_dirs: {paths: [/other]}, processes: {forget_after: 1h}}")
    #expect(!isKept("processes", before, other))
    #expect(!isKept("units", before, other))
    #expect(!isKept("data_dirs", before, other))
    loop.stop()
  }

  @Test func `what is switched off is listed as such`() throws {
    let text = "clusters: [{name: a, enabled: false}, {name: b}]\ncollectors: {watcher: {enabled: false}}"
    let plan = list.plan(for: try configuration(text))
    #expect(named(plan.running.map(\.name)) == ["cluster/b"])
    #expect(plan.off.map(\.name) == ["cluster/a", "watcher"])
    #expect(plan.off.allSatisfy { $0.state == .off("switched off in the configuration") })
    #expect(plan.off.first?.watches == "The Kafka cluster at 127.0.0.1:9092")
    let none = list.plan(for: try configuration("collectors: {cluster: {enabled: false}}"))
    #expect(named(none.running.map(\.name)) == ["watcher"])
    #expect(none.off.map(\.name) == ["cluster"])
    loop.stop()
  }

  /// Those of this suite: what watches the host has tests of its own.
  private func named(_ names: some Sequence<String>) -> [String] {
    names.sorted().filter { $0.hasPrefix("cluster") || $0 == "watcher" }
  }

  private func plan(_ text: String) throws -> [String: any Collector] {
    let running = list.plan(for: try configuration(text)).running
    return Dictionary(running.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func isKept(
    _ name: String, _ before: [String: any Collector], _ after: [String: any Collector]
  ) -> Bool {
    guard let one = before[name], let other = after[name] else { return false }
    return one.isSame(as: other)
  }
}
