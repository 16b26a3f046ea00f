import Model
import TestSupport
import Testing

@testable import Exporter

@Suite struct ProcessRowsTests {
  private static func rows(_ processes: [ProcessReading], names: BrokerNames) async throws -> [String] {
    let time = ManualTime()
    let store = WorldStore(time: time)
    store.replace(\.processes, with: ProcessesSection(processes: processes), staleAfter: .seconds(30))
    store.replace(\.discovery, with: DiscoverySection(names: names), staleAfter: .seconds(30))
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: store, time: time)
    return await cache.page(.text004, .identity).rows.filter { row in
      ["broker_process_", "broker_peer_", "broker_jvm_"].contains { row.hasPrefix($0) }
    }
  }

  private static var broker: ProcessReading {
    var reading = ProcessReading(
      name: "kafka-1", facts: ProcessFacts(profile: "kafka", role: "broker", name: "kafka-1"), isUp: true)
    reading.listeners = [ListenerReading(name: "SSL", connections: [.established: 3])]
    reading.peers = [
      PeerReading(peer: "10.0.0.2:9092", roundTrip: .microseconds(250)), PeerReading(peer: "10.0.0.3:9092"),
    ]
    reading.counters = [
      .receivedBytes(listener: "SSL"): 10, .sentBytes(listener: "SSL"): 20,
      .retransmits(peer: "10.0.0.2:9092"): 4, .cpuTime: 1_500_000_000,
    ]
    return reading
  }

  @Test func `bytes carry their listener, round trips and retransmits their peer`() async throws {
    var names = BrokerNames()
    names.processes = ["kafka-1": "1"]
    let labels = "broker=\"1\",process=\"kafka-1\""
    #expect(
      try await Self.rows([Self.broker], names: names).filter { !$0.hasPrefix("broker_process_restarts") }
        == [
          "broker_peer_connection_retransmits_total{\(labels),peer=\"10.0.0.2:9092\"} 4",
          "broker_peer_connection_rtt_seconds{\(labels),peer=\"10.0.0.2:9092\"} 0.00025",
          "broker_process_connections{\(labels),listener=\"SSL\",state=\"established\"} 3",
          "broker_process_cpu_seconds_total{\(labels)} 1.5",
          "broker_process_network_receive_bytes_total{\(labels),listener=\"SSL\"} 10",
          "broker_process_network_transmit_bytes_total{\(labels),listener=\"SSL\"} 20",
          "broker_process_up{\(labels)} 1",
        ])
  }

  @Test func `a process that belongs to no known broker has no such label`() async throws {
    let rows = try await Self.rows([Self.broker], names: BrokerNames())
    #expect(rows.contains("broker_process_up{process=\"kafka-1\"} 1"))
    #expect(!rows.contains { $0.contains("broker=") })
  }

  @Test func `what is not known has no row`() async throws {
    let reading = ProcessReading(
      name: "x", facts: ProcessFacts(profile: "kafka", role: "broker", name: "x"), isUp: true)
    #expect(
      try await Self.rows([reading], names: BrokerNames()) == [
        "broker_process_restarts_total{process=\"x\"} 0", "broker_process_up{process=\"x\"} 1",
      ])
  }
}
