import TestSupport
import Testing

extension KafkaProofs {
  /// What one broker takes with it, and what it does not.
  @Suite struct BrokerLossTests {
    private let cluster: RealCluster

    init() throws {
      cluster = try #require(RealCluster.current)
    }

    private static let lost = 1
    private static let others = [2, 3]
    private static let ends = "broker_partition_log_end_offset"

    /// A partition on each broker, without copies elsewhere.
    private func spread(_ topic: String) async throws {
      try await cluster.ask("topics", "--create", "--topic", topic, "--replica-assignment", "1,2,3")
    }

    /// The other brokers' logs grow in each of these, as the producers write all the time.
    private func expectFresh(_ pages: some Sequence<MetricsPage>, _ topic: String) {
      for broker in Self.others {
        let ends = pages.map {
          $0.byPartition(Self.ends)[TopicPartition(topic: topic, partition: broker - 1)]
        }
        #expect(
          zip(ends, ends.dropFirst()).allSatisfy { ($0 ?? .max) < ($1 ?? 0) }, "broker \(broker): \(ends)")
      }
      #expect(pages.allSatisfy { page in Self.others.allSatisfy { page.isUp($0) == true } })
    }

    /// The reading that began after this moment.
    private func first(in log: ReadingLog, since moment: Double) throws -> MetricsPage {
      try #require(log.pages.first { ($0.beganReading ?? 0) >= moment })
    }

    private func lose(
      _ topic: String, _ end: (Int) async throws -> Void, _ revive: (Int) async throws -> Void
    ) async throws {
      try await spread(topic)
      let producers = try Self.others.map { try cluster.keepProducing(to: topic, partition: $0 - 1) }
      try await cluster.produce(["a", "b"], to: topic, partition: Self.lost - 1)
      // Half a second for an answer: a busy machine must not look like a broker that is away.
      let daemon = try await RunningDaemon.watching(cluster, interval: "2s")
      try await daemon.page { page in
        page.byPartition(Self.ends).filter { $0.key.topic == topic && $0.value > 0 }.count == 3
      }
      let own = TopicPartition(topic: topic, partition: Self.lost - 1)
      try await end(Self.lost)
      let away = wallSeconds()
      let log = try await ReadingLog.of(daemon) { pages in
        pages.count >= 6 && pages.last?.byPartition(Self.ends)[own] == nil
      }
      #expect(try first(in: log, since: away).isUp(Self.lost) == false)
      #expect(log.pages.allSatisfy { $0.isUp(Self.lost) != nil })
      expectFresh(log.pages, topic)
      try await revive(Self.lost)
      let back = wallSeconds()
      let later = try await ReadingLog.of(daemon) { pages in
        pages.count >= 3 && pages.last?.byPartition(Self.ends)[own] != nil
      }
      // The reading that was under way, and the one after it.
      #expect(later.pages.prefix(2).contains { $0.isUp(Self.lost) == true })
      #expect(later.pages.last?.byPartition(Self.ends)[own] == 2)
      expectFresh(later.pages, topic)
      let slowest = max(log.slowestScrape, later.slowestScrape)
      Proof.note(
        "\(topic): slowest scrape \(Int(slowest * 1000)) ms, up again after \(later.upAfter(back, Self.lost)) s"
      )
      withExtendedLifetime(producers) {}
      #expect(try await daemon.terminate() == 0)
    }

    @Test func `a broker that is killed takes only its own numbers with it`() async throws {
      try await lose("killed", cluster.kill, cluster.start)
    }

    @Test func `so does one that is frozen`() async throws {
      try await lose("frozen", cluster.freeze, cluster.thaw)
    }
  }
}

extension ReadingLog {
  /// To a tenth of a second.
  fileprivate func upAfter(_ moment: Double, _ broker: Int) -> Double {
    let page = pages.first { $0.isUp(broker) == true }
    return (((page?.lastReading ?? .infinity) - moment) * 10).rounded() / 10
  }
}
