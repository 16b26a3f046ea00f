import Kafka
import Model
import Simulation
import TestSupport
import Testing

/// A client that shares no code with us, against the simulation as a small broker.
@Suite(
  .timeLimit(.minutes(3)),
  .enabled(if: PeerProgram.isUsable("kcat", requiredAs: "kcat"), "kcat is not installed"))
struct KcatTests {
  private static func world<Result>(
    _ shape: (inout SimulatedCluster) -> Void, _ body: (Kcat) async throws -> Result
  ) async throws -> Result {
    var cluster = SimulatedCluster(brokers: 2)
    shape(&cluster)
    return try await SimulatedWorld.with(cluster, time: SystemTime()) { world throws in
      let result = try await body(Kcat(simulation: world.simulation))
      #expect(world.simulation.problems.isEmpty)
      return result
    }
  }

  @Test func `it lists brokers and topics`() async throws {
    try await Self.world({ $0.addTopic("orders", partitions: 3, replication: 2) }) { kcat throws in
      let listing = try await kcat.run("-L", "-t", "orders")
      let ports = kcat.simulation.bootstrap.map(\.port)
      #expect(listing.contains("broker 1 at 127.0.0.1:\(ports[0])"))
      #expect(listing.contains("broker 2 at 127.0.0.1:\(ports[1])"))
      #expect(listing.contains("topic \"orders\" with 3 partitions"))
      #expect(listing.contains("partition 1, leader 2, replicas: 2,1, isrs: 2,1"))
    }
  }

  @Test(arguments: ["none", "gzip", "snappy", "lz4", "zstd"])
  func `what it produces it consumes, with keys, headers and in order`(compression: String) async throws {
    try await Self.world({ $0.addTopic("orders", partitions: 1) }) { kcat throws in
      let lines = (0..<500).map { "key-\($0):value \($0)" }
      try await kcat.produce(lines, "-t", "orders", "-K", ":", "-H", "from=test", "-z", compression)
      let read = try await kcat.run(
        "-C", "-e", "-q", "-t", "orders", "-o", "beginning", "-f", "%o %k:%s %h\\n")
      let expected = lines.enumerated().map { "\($0.offset) \($0.element) from=test" }
      #expect(read.split(separator: "\n").map(String.init) == expected)
      let end = kcat.simulation.cluster["orders", 0]?.log.end
      #expect(end == 500)
    }
  }

  @Test func `it reads records that were only counted`() async throws {
    try await Self.world({
      $0.addTopic("orders", partitions: 1); $0.append(250, to: "orders", 0)
    }) { kcat throws in
      try await kcat.produce(["mine"], "-t", "orders")
      let read = try await kcat.run("-C", "-e", "-q", "-t", "orders", "-o", "240", "-f", "%o %s\\n")
      let expected = (240..<250).map { "\($0) record \($0)" } + ["250 mine"]
      #expect(read.split(separator: "\n").map(String.init) == expected)
      #expect(try await kcat.run("-Q", "-t", "orders:0:-1") == "orders [0] offset 251\n")
    }
  }

  @Test func `a group of it commits, and goes on from there`() async throws {
    try await Self.world({ $0.addTopic("orders", partitions: 4) }) { kcat throws in
      try await kcat.produce((0..<100).map { "a\($0)" }, "-t", "orders")
      let first = try kcat.group("readers", "orders")
      try await eventually("all is read") { first.standardOutput.lines.count == 100 }
      #expect(kcat.simulation.cluster.groups["readers"]?.state == .stable)
      first.signal(15)
      #expect(try await first.wait() == 0)
      try await eventually("the group is empty") {
        kcat.simulation.cluster.groups["readers"]?.state == .empty
      }
      #expect(kcat.lag(of: "readers", in: "orders") == 0)

      try await kcat.produce(["b1", "b2", "b3"], "-t", "orders")
      #expect(kcat.lag(of: "readers", in: "orders") == 3)
      let second = try kcat.group("readers", "orders")
      try await eventually("the rest is read") { second.standardOutput.lines.count == 3 }
      #expect(second.standardOutput.lines.sorted() == ["b1", "b2", "b3"])
    }
  }

  @Test func `two members share the partitions, and one takes over when the other goes`() async throws {
    try await Self.world({ $0.addTopic("orders", partitions: 4) }) { kcat throws in
      func shares() -> [Int] {
        let group = kcat.simulation.cluster.groups["readers"]
        guard group?.state == .stable else { return [] }
        return (group?.members ?? []).map { $0.assigned["orders"]?.count ?? 0 }
      }
      let first = try kcat.group("readers", "orders")
      try await eventually("one member has all") { shares() == [4] }
      let second = try kcat.group("readers", "orders")
      try await eventually("two members share") { shares() == [2, 2] }
      let generation = kcat.simulation.cluster.groups["readers"]?.epoch ?? 0
      #expect(generation >= 2)
      for partition in 0..<4 {
        try await kcat.produce(["p\(partition)"], "-t", "orders", "-p", "\(partition)")
      }
      try await eventually("both have read their parts") {
        (first.standardOutput.lines.count, second.standardOutput.lines.count) == (2, 2)
      }
      // Killed, it cannot say goodbye: its session must run out.
      second.signal(9)
      try await eventually("the other takes over") { shares() == [4] }
      try await kcat.produce(["last"], "-t", "orders", "-p", "3")
      try await eventually("it reads on") { first.standardOutput.lines.contains("last") }
    }
  }

  @Test func `it reads on at the new coordinator when its group moves`() async throws {
    let shape: (inout SimulatedCluster) -> Void = { cluster in
      cluster.addTopic("orders", partitions: 1)
      cluster.groups["readers"] = SimulatedGroup()
      cluster.groups["readers"]?.coordinator = 1
    }
    try await Self.world(shape) { kcat throws in
      let reader = try kcat.group("readers", "orders")
      // Not before it reads: kcat gives up where its first question about commits goes to the wrong broker.
      try await kcat.produce(["before"], "-t", "orders")
      try await eventually("it reads") { reader.standardOutput.lines == ["before"] }
      kcat.simulation.change { $0.groups["readers"]?.coordinator = 2 }
      try await eventually("it speaks with the new one") {
        kcat.simulation.requests(broker: 2, api: .heartbeat) > 0
      }
      try await kcat.produce(["after"], "-t", "orders")
      try await eventually("it reads on") { reader.standardOutput.lines == ["before", "after"] }
    }
  }
}
