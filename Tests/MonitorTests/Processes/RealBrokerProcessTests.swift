import Model
import TestSupport
import Testing

@testable import Monitor

/// Two brokers of Apache Kafka, with their JVMs, their sockets and each other as peers.
@Suite(
  .enabled(if: RealCluster.isUsable, RealCluster.whyNot), .serialized,
  .realCluster(.init(mode: .split, brokers: 2)))
struct RealBrokerProcessTests {
  private static func cluster() throws -> RealCluster { try #require(RealCluster.current) }

  /// Brokers of this cluster only, by the properties file that they were started with.
  private static func watch() throws -> ProcessWatch {
    let cluster = try cluster()
    let settings = ProcessCollector.Settings(procfs: Procfs(root: "/proc")) { identity in
      guard let main = identity.arguments.firstIndex(of: "kafka.Kafka"),
        identity.arguments.indices.contains(main + 1),
        let node = cluster.brokers.first(where: {
          identity.arguments[main + 1] == "\(cluster.folder)/node-\($0)/server.properties"
        })
      else { return nil }
      return .named(
        "kafka-\(node)",
        listeners: [
          ListenerFact(name: "PLAINTEXT", port: cluster.port(of: node))
        ])
    }
    return ProcessWatch(settings, constants: .current)
  }

  private static func reading(
    _ node: Int, _ watch: ProcessWatch, at seconds: Int64
  ) async throws -> ProcessReading {
    try #require(try await watch.read(at: seconds).first { $0.name == "kafka-\(node)" })
  }

  @Test func `what the virtual machine shows is what jcmd prints`() async throws {
    guard PeerProgram.isUsable("jcmd", requiredAs: "jcmd") else { return }
    let watch = try Self.watch()
    let pid = try #require(try Self.cluster().processIdentifier(of: 1))
    func printed() async throws -> [String: String] {
      let text = try await Command("jcmd", "\(pid)", "PerfCounter.print").output
      let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
        guard let sign = line.firstIndex(of: "=") else { return nil }
        return (String(line[..<sign]), String(line[line.index(after: sign)...].filter { $0 != "\"" }))
      }
      return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    let before = try await printed()
    let reading = try await Self.reading(1, watch, at: 100_000)
    let after = try await printed()
    let jvm = try #require(reading.jvm)
    #expect(jvm.version == before["java.property.java.version"])
    #expect(jvm.vendor == before["java.property.java.vm.vendor"])
    func between(_ name: String, _ value: UInt64?) throws {
      let bounds = try [before, after].map { try #require(UInt64($0[name] ?? "")) }
      #expect((bounds[0]...bounds[1]).contains(try #require(value)), "\(name)")
    }
    try between("sun.rt.safepoints", reading.counters[.safepoints])
    try between("sun.rt.safepointTime", reading.counters[.safepointTime])
    for index in 0..<3 {
      guard let name = before["sun.gc.collector.\(index).name"] else { continue }
      try between("sun.gc.collector.\(index).invocations", reading.counters[.collections(gc: name)])
      try between("sun.gc.collector.\(index).time", reading.counters[.collectionTime(gc: name)])
    }
    let old = jvm.pools.first { $0.name == "old" }
    let oldSpace = "sun.gc.generation.1.space.0"
    if before["\(oldSpace).used"] == after["\(oldSpace).used"] {
      #expect(old?.usedBytes.map(String.init) == before["\(oldSpace).used"])
    }
    #expect(old?.limitBytes.map(String.init) == before["\(oldSpace).maxCapacity"])
  }

  @Test func `bytes of a producer are seen on the listener, and the brokers see each other`() async throws {
    let cluster = try Self.cluster()
    try await cluster.createTopic("bytes", partitions: 2, replicas: 2)
    let watch = try Self.watch()
    _ = try await watch.read(at: 100_000)
    let before = try await Self.reading(1, watch, at: 100_010)
    let received = ProcessCounter.receivedBytes(listener: "PLAINTEXT")
    #expect(before.unread[.traffic] == nil)
    let producer = try cluster.keepProducing(to: "bytes", partition: 0)
    let second = try cluster.keepProducing(to: "bytes", partition: 1)
    var time: Int64 = 100_010
    try await eventually("bytes arrive") {
      time += 1
      let reading = try await Self.reading(1, watch, at: time)
      let growth = (reading.counters[received] ?? 0) - (before.counters[received] ?? 0)
      return growth > 20_000 && (reading.listeners.first?.connections[.established] ?? 0) > 0
    }
    try await eventually("each broker has a connection to the other one") {
      time += 60
      let one = try await Self.reading(1, watch, at: time)
      let two = try await Self.reading(2, watch, at: time)
      let ports = [two, one].map { reading in reading.facts.listeners.map { "127.0.0.1:\($0.port)" } }
      return one.peers.contains { ports[0].contains($0.peer) && $0.roundTrip != nil }
        && two.peers.contains { ports[1].contains($0.peer) }
        && one.peers.allSatisfy { !ports[1].contains($0.peer) }
    }
    producer.closeInput()
    second.closeInput()
  }

  @Test func `a kill and a new start of a broker are seen, and its counters go on`() async throws {
    let cluster = try Self.cluster()
    let watch = try Self.watch()
    let before = try await Self.reading(2, watch, at: 100_000)
    #expect(before.isUp)
    try await cluster.kill(2)
    try await eventually("it is down") { try await !Self.reading(2, watch, at: 100_010).isUp }
    try await cluster.start(2)
    var after: ProcessReading?
    try await eventually("it is up") {
      after = try await Self.reading(2, watch, at: 100_020)
      return after?.isUp == true && after?.jvm != nil
    }
    let reading = try #require(after)
    #expect(reading.restarts == 1)
    #expect(reading.pid != before.pid)
    for (counter, value) in before.counters where reading.counters[counter] != nil {
      #expect((reading.counters[counter] ?? 0) >= value, "\(counter)")
    }
    #expect((reading.counters[.cpuTime] ?? 0) > (before.counters[.cpuTime] ?? 0) + 1_000_000_000)
  }
}
