import Exporter
import Model
import TestSupport
import Testing

@testable import Monitor

/// From a `/proc` made by hand to the page; the golden rows were worked out by hand from the fixture's files.
@Suite struct ProcessGoldenTests {
  private static let recognise: @Sendable (ProcessIdentity) -> ProcessFacts? = { identity in
    guard identity.arguments.dropFirst().first == "kafka.Kafka", let name = identity.arguments.last else {
      return nil
    }
    return ProcessFacts(
      profile: "kafka", role: "broker", name: name,
      listeners: [ListenerFact(name: "PLAINTEXT", port: 9092)])
  }

  private static func rows(_ section: ProcessesSection) async throws -> [String] {
    let time = ManualTime()
    let store = WorldStore(time: time)
    var names = BrokerNames()
    names.processes = ["a": "1"]
    store.replace(\.processes, with: section, staleAfter: .seconds(30))
    store.replace(\.discovery, with: DiscoverySection(names: names), staleAfter: .seconds(30))
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: store, time: time)
    let page = await cache.page(.text004, .identity)
    var bytes: [UInt8] = []
    for block in page.blocks { unsafe bytes += block.bytes }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter {
      row in
      ["broker_process_", "broker_peer_", "broker_jvm_", "broker_pressure_", "brokerwatch_overlooked_"]
        .contains { row.hasPrefix($0) }
    }
  }

  @Test func `a fixed tree gives the golden rows`() async throws {
    let fixture = try ProcessFixture()
    let settings = ProcessCollector.Settings(
      procfs: Procfs(root: fixture.procfs.root), recognise: Self.recognise)
    let watch = ProcessWatch(settings, constants: HostConstants(ticksPerSecond: 100, pageSize: 4096))
    _ = try await watch.read(at: .seconds(1000), peerPorts: [])
    try fixture.moveOn()
    let section = try await watch.read(at: .seconds(1060), peerPorts: [])
    let rows = try await Self.rows(section)
    let golden = try Repository.text(of: "Tests/Golden/processes.txt").split(separator: "\n").map(String.init)
    #expect(rows.filter { !golden.contains($0) } == [], "not in the golden file")
    #expect(golden.filter { !rows.contains($0) } == [], "missing")
    #expect(rows == golden, "in another order")
  }
}
