import Exporter
import Model
import TestSupport
import Testing

@Suite struct DiscoveryMetricsTests {
  private let time = ManualTime()
  private let store: WorldStore

  init() {
    store = WorldStore(time: time)
  }

  private func rows(_ name: String) async throws -> [String] {
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: store, time: time)
    let page = await cache.page(.text004, .identity)
    return page.blocks.map { unsafe String(decoding: $0.bytes, as: UTF8.self) }.joined()
      .split(separator: "\n").map(String.init).filter { $0.hasPrefix("\(name){") || $0.hasPrefix("\(name) ") }
  }

  private func find(_ brokers: Broker...) {
    store.replace(
      \.discovery, with: DiscoverySection(brokers: brokers, names: BrokerNames()),
      staleAfter: .seconds(Int64.max))
  }

  @Test func `what was found is named with what belongs to it, and nothing is made up`() async throws {
    find(
      Broker(
        name: "1", id: "1", profile: "kafka", role: "broker,controller", clusterID: "abc", version: "4.1.0",
        process: "kafka-1", unit: "kafka.service", problems: ["one", "two"]),
      Broker(name: "bus", profile: "streambus", role: "broker", container: "bus"))
    #expect(
      try await rows("broker_discovered_info") == [
        #"broker_discovered_info{broker="1",profile="kafka",role="broker,controller",process="kafka-1",unit="kafka.service",cluster_id="abc",version="4.1.0"} 1"#,
        #"broker_discovered_info{broker="bus",profile="streambus",role="broker",container="bus"} 1"#,
      ])
    #expect(
      try await rows("broker_discovery_problems") == [
        #"broker_discovery_problems{broker="1",process="kafka-1",unit="kafka.service"} 2"#,
        #"broker_discovery_problems{broker="bus",container="bus"} 0"#,
      ])
  }

  @Test func `health is a state and its causes, and changes when readings grow old`() async throws {
    var reading = ClusterReading()
    reading.brokers = [BrokerReading(id: 1, answers: false)]
    let cluster = ClusterSection(
      name: "main", reading: reading, verdict: ClusterVerdict(), readAt: time.now(), staleAfter: .seconds(30))
    store.replace(\.clusters, with: ClustersSection(clusters: [cluster]), staleAfter: .seconds(Int64.max))
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: store, time: time)
    func current(_ name: String) async -> [String] {
      let page = await cache.page(.text004, .identity)
      return page.blocks.map { unsafe String(decoding: $0.bytes, as: UTF8.self) }.joined()
        .split(separator: "\n").map(String.init)
        .filter { $0.hasPrefix("\(name){") && $0.hasSuffix(" 1") }
    }
    #expect(await current("broker_health") == [#"broker_health{cluster="main",broker="1",state="down"} 1"#])
    #expect(
      await current("broker_health_cause")
        == [#"broker_health_cause{cluster="main",broker="1",cause="broker_silent"} 1"#])
    #expect(await current("broker_health_overall") == [#"broker_health_overall{state="down"} 1"#])
    time.advance(by: .seconds(31))
    #expect(
      await current("broker_health") == [#"broker_health{cluster="main",broker="1",state="unknown"} 1"#])
    #expect(
      await current("broker_health_overall_cause") == [
        #"broker_health_overall_cause{cause="reading_late"} 1"#,
        #"broker_health_overall_cause{cause="brokers_unknown"} 1"#,
      ])
  }
}
