import TestSupport
import Testing

extension KafkaProofs {
  @Suite struct RestartTests {
    private let cluster: RealCluster

    init() throws {
      cluster = try #require(RealCluster.current)
    }

    @Test func `after a restart the age of a lag is known at once, and right`() async throws {
      try await cluster.createTopic("kept")
      try await cluster.produce(["a"], to: "kept")
      try await cluster.consume(1, of: "kept", as: "sleeper")
      let folder = try TemporaryDirectory()
      let addresses = cluster.brokers.map { cluster.address(of: $0) }
      let first = try await RunningDaemon.watching(addresses, state: folder)
      try await first.page { $0.value(of: "broker_consumer_lag", ["group": "sleeper"]) == 0 }
      try await cluster.produce(["b"], to: "kept")
      // When Kafka itself says that the second record was written.
      let stamp = try await cluster.kcat(["-C", "-t", "kept", "-o", "1", "-c", "1", "-q", "-f", "%T"])
      let written = try #require(Double(stamp.filter(\.isNumber))) / 1000
      try await first.page { ($0.value(of: "broker_consumer_lag_seconds", ["group": "sleeper"]) ?? 0) > 2 }
      #expect(try await first.terminate() == 0)
      let second = try await RunningDaemon.watching(addresses, state: folder)
      let page = try await second.page { $0.value(of: "broker_consumer_lag", ["group": "sleeper"]) != nil }
      let read = try #require(page.lastReading)
      #expect(page.value(of: "broker_consumer_lag", ["group": "sleeper"]) == 1)
      let age = try #require(page.value(of: "broker_consumer_lag_seconds", ["group": "sleeper"]))
      // A search by questions of what time it was would take a dozen readings.
      let readings = try #require(page.value(of: "brokerwatch_kafka_requests_total", ["api": "Metadata"]))
      #expect(readings <= 4)
      let tolerated = max(2, (read - written) / 4)
      #expect(abs(age - (read - written)) < tolerated)
      Proof.note("after a restart: lag of \(age) s, by the record's own time \(read - written) s")
      #expect(try await second.terminate() == 0)
    }
  }
}
