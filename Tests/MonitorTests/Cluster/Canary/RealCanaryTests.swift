import Kafka
import Model
import Systemd
import TestSupport
import Testing

@testable import Monitor

/// Against Kafka itself.
@Suite(
  .serialized, .timeLimit(.minutes(5)), .enabled(if: RealCluster.isUsable, RealCluster.whyNot),
  .realCluster(RealCluster.Options(isSecure: true)))
struct RealCanaryTests {
  private static let patience = Duration.seconds(60)

  /// Runs the body with a canary, and with a function that lets it go once.
  private func withCanary(
    _ topic: String, _ listener: RealCluster.Listener = .plaintext, as user: SASLCredentials? = nil,
    _ body: (CanaryRun, LogRecorder, () async throws -> Void) async throws -> Void
  ) async throws {
    let address = BrokerAddress(host: "127.0.0.1", port: try #require(RealCluster.current).port(listener))
    let loop = try EventLoop(name: "canary")
    defer { loop.stop() }
    var settings = ClusterClientSettings()
    settings.connection.credentials = user
    let client = ClusterClient(settings, meter: RequestMeter(), on: loop)
    var canary = CanarySettings()
    (canary.topic, canary.interval) = (topic, .seconds(100))
    let log = LogRecorder()
    let run = CanaryRun(canary, log: log.logger)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await client.whileConnected { await untilCancelled() } }
      try await body(run, log) {
        let response = try await client.send(MetadataRequest(), to: address, deadline: Self.patience)
        await run.round(MetadataReading(response) { _ in true }, through: [1], expecting: [1]) {
          _ throws(KafkaError) in
          try await client.connection(to: address, on: .canary, deadline: Self.patience)
        }
      }
      group.cancelAll()
    }
  }

  @Test func `records go through a real broker and come back`() async throws {
    let kafka = try #require(RealCluster.current)
    try await withCanary("canary") { run, log, round in
      try await eventually("the topic is made and led") {
        try await round()
        return run.readings[1]?.consumed ?? 0 > 0
      }
      let before = try #require(run.readings[1])
      for _ in 0..<5 { try await round() }
      let reading = try #require(run.readings[1])
      #expect(reading.produced == before.produced + 5)
      #expect(reading.consumed == reading.produced)
      #expect(reading.lost == 0)
      #expect(reading.errors == before.errors)
      for histogram in [reading.produce, reading.fetch, reading.endToEnd] {
        #expect(histogram.count == reading.produced)
        #expect(histogram.sum > 0)
      }
      #expect(reading.endToEnd.sum >= reading.fetch.sum)
      #expect(log.messages(.warn).isEmpty)
      let ends = try await kafka.ask("get-offsets", "--topic", "canary")
      #expect(ends.contains("canary:0:\(reading.produced)\n"))
      let topic = try await kafka.ask("topics", "--describe", "--topic", "canary")
      #expect(topic.contains("Leader: 1") && topic.contains("PartitionCount: 1"), "\(topic)")
      #expect(topic.contains("retention.ms=3600000"), "\(topic)")
    }
  }

  @Test func `a user without rights is told once, and no topic is made`() async throws {
    let kafka = try #require(RealCluster.current)
    let monitor = SASLCredentials(.plain, user: "monitor", password: "monitor-secret")
    try await withCanary("forbidden", .saslPlaintext, as: monitor) { run, log, round in
      for _ in 0..<3 { try await round() }
      #expect(run.readings[1]?.errors == ["TOPIC_AUTHORIZATION_FAILED": 1])
      let said = log.messages(.warn)
      #expect(said.count == 1)
      #expect(
        said.first?.hasPrefix("The canary cannot create its topic 'forbidden' (TOPIC_AUTHORIZATION_FAILED")
          == true)
    }
    let topics = try await kafka.ask("topics", "--list")
    #expect(!topics.contains("forbidden"))
  }

  @Test func `a user who may write and not read is told so, and writes no more`() async throws {
    let kafka = try #require(RealCluster.current)
    try await kafka.createTopic("write-only")
    try await kafka.ask(
      "acls", "--add", "--allow-principal", "User:monitor", "--operation", "Write", "--operation", "Describe",
      "--topic", "write-only")
    let monitor = SASLCredentials(.plain, user: "monitor", password: "monitor-secret")
    try await withCanary("write-only", .saslPlaintext, as: monitor) { run, log, round in
      try await eventually("the right is there") {
        try await round()
        return run.readings[1]?.produced ?? 0 > 0
      }
      for _ in 0..<3 { try await round() }
      #expect(run.readings[1]?.produced == 1)
      #expect(run.readings[1]?.lost == 0)
      let said = log.messages(.warn)
      #expect(
        said.contains { $0.hasPrefix("The canary has no right to READ on the topic 'write-only'") }, "\(said)"
      )
    }
  }
}
