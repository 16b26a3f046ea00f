import TestSupport
import Testing

extension KafkaProofs {
  /// What we cost the brokers: requests, and lines in their logs.
  @Suite struct QuietTests {
    private let cluster: RealCluster

    init() throws {
      cluster = try #require(RealCluster.current)
    }

    private var warnings: [String] {
      get throws {
        try cluster.brokers.flatMap { node in
          try cluster.log(of: node).split(separator: "\n").map(String.init)
            .filter { $0.contains("] WARN ") || $0.contains("] ERROR ") }.map { "\(node): \($0)" }
        }
      }
    }

    /// The most requests between two readings that follow each other, and how many such there were.
    private func requests(_ log: ReadingLog) -> (worst: Int, cycles: Int) {
      let pairs = zip(log.pages, log.pages.dropFirst()).filter { pair in
        (pair.1.lastReading ?? 0) - (pair.0.lastReading ?? 0) < 1.7
      }
      let counts = pairs.map { pair in Int(pair.1.requestsToKafka - pair.0.requestsToKafka) }
      return (counts.max() ?? .max, counts.count)
    }

    private func readings(_ daemon: RunningDaemon, _ count: Int) async throws -> ReadingLog {
      // Connections are made and everything is read in the first ones.
      try await daemon.page {
        ($0.value(of: "brokerwatch_kafka_requests_total", ["api": "Metadata"]) ?? 0) > 3
      }
      return try await ReadingLog.of(daemon, within: .seconds(60 + 2 * count)) { $0.count > count }
    }

    @Test func `brokers are asked little, whatever there is, and have nothing to complain of`() async throws {
      try await cluster.createTopic("small", partitions: 10)
      try await cluster.produce(["a", "b", "c"], to: "small", partition: 0)
      try await cluster.consume(2, of: "small", as: "classic-a")
      try await cluster.consume(1, of: "small", as: "classic-b")
      if Proof.isLong { try await cluster.createTopic("large", partitions: 5000) }
      let before = try warnings
      let cycles = Proof.isLong ? 360 : 30
      let everything = try await RunningDaemon.watching(cluster)
      let topics = Proof.isLong ? [["small"], ["large", "small"]] : [["small"]]
      var classic: [(name: String, daemon: RunningDaemon)] = []
      for names in topics {
        let daemon = try await RunningDaemon.watching(
          cluster, "groups: {include: ['classic.*']}", "topics: {include: [\(names.joined(separator: ", "))]}"
        )
        classic.append((names.joined(separator: "+"), daemon))
      }
      let brokers = cluster.options.brokers
      let share = cycles / (classic.count + 1)
      for (name, daemon) in classic {
        let (worst, count) = requests(try await readings(daemon, share))
        #expect(worst <= 5 * brokers + 2)
        Proof.note("classic groups, \(name): at most \(worst) requests in each of \(count) cycles")
      }
      let (worst, count) = requests(try await readings(everything, share))
      #expect(worst <= 10 * brokers + 2)
      Proof.note("every kind of group: at most \(worst) requests in each of \(count) cycles")
      let caused = try warnings.filter { !before.contains($0) }
      #expect(caused.isEmpty, "\(caused.prefix(10))")
      #expect(try await everything.terminate() == 0)
      if Proof.isLong { try await cluster.ask("topics", "--delete", "--topic", "large") }
    }
  }
}

extension MetricsPage {
  var requestsToKafka: Double { values(of: "brokerwatch_kafka_requests_total").reduce(0, +) }
}
