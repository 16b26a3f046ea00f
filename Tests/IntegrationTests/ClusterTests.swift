import TestSupport
import Testing

/// The built executable and a real cluster of one broker.
@Suite(.enabled(if: RealCluster.isUsable, RealCluster.whyNot), .realCluster(), .serialized)
struct ClusterTests {
  private let cluster: RealCluster

  init() throws {
    cluster = try #require(RealCluster.current)
  }

  @Test func `a flag is enough to see brokers, topics and the lag of a group`() async throws {
    try await cluster.createTopic("orders", partitions: 2)
    try await cluster.produce(["a", "b", "c"], to: "orders", partition: 0)
    try await cluster.produce(["d", "e"], to: "orders", partition: 1)
    try await cluster.consume(5, of: "orders", as: "billing")
    try await cluster.produce(["f", "g"], to: "orders", partition: 1)
    let daemon = try await RunningDaemon(["--kafka.bootstrap", cluster.address()])
    let page = try await daemon.page { $0.value(of: "broker_consumer_lag", ["partition": "1"]) != nil }
    #expect(page.value(of: "broker_up") == 1)
    #expect(page.value(of: "broker_topic_partitions", ["topic": "orders"]) == 2)
    #expect(page.value(of: "broker_consumer_lag", ["topic": "orders", "partition": "0"]) == 0)
    #expect(page.value(of: "broker_consumer_lag", ["topic": "orders", "partition": "1"]) == 2)
    #expect(page.value(of: "broker_topic_partitions", ["topic": "__consumer_offsets"]) == nil)
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `a broker that is killed is down within a cycle, and up within one of its return`() async throws
  {
    let directory = try TemporaryDirectory()
    let settings = try directory.write(
      Array("clusters: [{name: main, bootstrap: ['\(cluster.address())'], interval: 1s}]\n".utf8),
      to: "bw.yaml")
    let daemon = try await RunningDaemon(["--config.file", settings])
    try await daemon.page { $0.value(of: "broker_up", ["cluster": "main"]) == 1 }
    try await cluster.kill(1)
    try await daemon.page { $0.value(of: "broker_up", ["cluster": "main"]) != 1 }
    try await cluster.start(1)
    try await daemon.page { $0.value(of: "broker_up", ["cluster": "main"]) == 1 }
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `what was learned outlives a restart, and a second watcher leaves it alone`() async throws {
    let directory = try TemporaryDirectory()
    let text = "clusters: [{bootstrap: ['\(cluster.address())'], interval: 1s}]\nstate_directory: state\n"
    let settings = try directory.write(Array(text.utf8), to: "bw.yaml")
    let first = try await RunningDaemon(["--config.file", settings])
    try await first.page { $0.value(of: "broker_up") == 1 }
    let second = try await RunningDaemon(["--config.file", settings])
    let warning = try await second.process.standardError.line(containing: "level=warn")
    #expect(warning.contains("nothing is kept across restarts") && warning.contains("has locked it"))
    try await second.page { $0.value(of: "broker_up") == 1 }
    #expect(try await second.terminate() == 0)
    #expect(try await first.terminate() == 0)
    let files = try Files.names(in: directory.file("state"))
    #expect(files.count == 1 && files.allSatisfy { $0.hasPrefix("offsets-") })
    let third = try await RunningDaemon(["--config.file", settings])
    try await third.page { $0.value(of: "broker_up") == 1 }
    #expect(try await third.terminate() == 0)
    #expect(third.process.standardError.lines.allSatisfy { $0.contains("level=info") })
    #expect(try Files.names(in: directory.file("state")) == files)
  }
}
