import Kafka
import Model
import Simulation
import TestSupport
import Testing

/// What brokers do with what clients send, where kcat and Kafka's tools do not look.
@Suite(.timeLimit(.minutes(2))) struct BrokerTests {
  private static func world<Result>(
    time: any TimeSource = ManualTime(), _ body: (SimulatedWorld) async throws -> Result
  ) async throws -> Result {
    var cluster = SimulatedCluster(brokers: 1)
    cluster.addTopic("orders", partitions: 1)
    return try await SimulatedWorld.with(cluster, time: time, body)
  }

  private func batch(_ values: [String], at wall: Int64 = 0) -> [UInt8] {
    RecordBatch.bytes(of: values.map { Record(value: Array($0.utf8)) }, baseTimestamp: wall)
  }

  private func produce(_ bytes: [UInt8], acks: Int16 = -1) -> ProduceRequest {
    ProduceRequest {
      $0.acks = acks
      $0.topicData = [
        .init {
          $0.name = "orders"; $0.partitionData = [.init { $0.records = bytes }]
        }
      ]
    }
  }

  private func fetch(from offset: Int64, waiting milliseconds: Int32 = 0) -> FetchRequest {
    FetchRequest {
      $0.maxWaitMilliseconds = milliseconds
      $0.minBytes = 1
      $0.topics = [
        .init {
          $0.topic = "orders"
          $0.partitions = [
            .init {
              $0.fetchOffset = offset; $0.partitionMaxBytes = 1 << 20
            }
          ]
        }
      ]
    }
  }

  @Test func `batches come back as they were sent, but for their offsets`() async throws {
    try await Self.world { world throws in
      let first = try await world.ask(1, produce(batch(["a", "b", "c"], at: 1000)))
      let second = try await world.ask(1, produce(batch(["d"], at: 2000) + batch(["e", "f"], at: 3000)))
      #expect(first.responses.first?.partitionResponses.first?.baseOffset == 0)
      #expect(second.responses.first?.partitionResponses.first?.baseOffset == 3)
      let answer = try await world.ask(1, fetch(from: 0)).responses.first?.partitions.first
      #expect(answer?.highWatermark == 6)
      let stored = try StoredBatch.all(in: try #require(answer?.records))
      #expect(stored.map(\.lastOffset) == [2, 3, 5])
      var values: [String] = []
      for case .batch(let batch) in stored {
        #expect(batch.isIntact)
        values += (try batch.uncompressedRecords() ?? []).map {
          String(decoding: $0.value ?? [], as: UTF8.self)
        }
      }
      #expect(values == ["a", "b", "c", "d", "e", "f"])
      #expect(try await world.offset(of: "orders", at: 2500) == 4)
    }
  }

  @Test func `a damaged batch is refused, and leaves no trace`() async throws {
    try await Self.world { world throws in
      var damaged = batch(["a"])
      damaged[damaged.count - 2] ^= 1
      let reply = try await world.ask(1, produce(damaged))
      #expect(reply.responses.first?.partitionResponses.first?.errorCode == .corruptMessage)
      #expect(try await world.end(of: "orders") == 0)
    }
  }

  @Test func `with too few replicas in sync nothing is written for who wants all of them`() async throws {
    try await Self.world { world throws in
      world.simulation.change { $0.topics["orders"]?.configs["min.insync.replicas"] = "2" }
      let all = try await world.ask(1, produce(batch(["a"])))
      let one = try await world.ask(1, produce(batch(["a"]), acks: 1))
      #expect(all.responses.first?.partitionResponses.first?.errorCode == .notEnoughReplicas)
      #expect(one.responses.first?.partitionResponses.first?.errorCode == ErrorCode.none)
    }
  }

  @Test func `who waits at the end of a log hears of the next record at once`() async throws {
    try await Self.world { world throws in
      try await world.connected { connection in
        async let waiting = connection.send(
          fetch(from: 0, waiting: 3_600_000), deadline: SimulatedWorld.patience)
        try await eventually("it waits") { world.simulation.requests(api: .fetch) == 1 }
        _ = try await world.ask(1, produce(batch(["news"])))
        #expect(try await waiting.responses.first?.partitions.first?.records?.isEmpty == false)
      }
    }
  }

  @Test func `who waits in vain hears that at the time`() async throws {
    let time = ManualTime()
    try await Self.world(time: time) { world throws in
      try await world.connected { connection in
        async let waiting = connection.send(fetch(from: 0, waiting: 500), deadline: SimulatedWorld.patience)
        try await eventually("it waits") { world.simulation.requests(api: .fetch) == 1 }
        time.advance(by: .seconds(1))
        #expect(try await waiting.responses.first?.partitions.first?.records == [])
      }
    }
  }

  @Test func `an offset beyond the log is out of range`() async throws {
    try await Self.world { world throws in
      let answer = try await world.ask(1, fetch(from: 7)).responses.first?.partitions.first
      #expect(answer?.errorCode == .offsetOutOfRange)
      #expect(answer?.highWatermark == nil)
    }
  }

  @Test func `replies are kept until the cluster changes, and ends grow once a second`() async throws {
    var cluster = SimulatedCluster(brokers: 1)
    cluster.addTopic("orders", partitions: 1)
    cluster.produce(10, to: "orders")
    var options = Simulation.Options()
    options.prebuildsReplies = true
    let time = ManualTime()
    try await SimulatedWorld.with(cluster, time: time, options: options) { world throws in
      #expect(try await world.end(of: "orders") == 0)
      time.advance(by: .seconds(5))
      // The clock of the loop is the system's here: its next tick brings the end up to date.
      try await eventually("the end grows") { try await world.end(of: "orders") == 50 }
      #expect(try await world.ask(1, MetadataRequest()).topics.count == 2)
      world.simulation.change { $0.addTopic("more", partitions: 1) }
      #expect(try await world.ask(1, MetadataRequest()).topics.count == 3)
    }
  }

  @Test func `a node that is only a controller knows brokers only as a controller`() async throws {
    var cluster = SimulatedCluster(brokers: 2)
    cluster.addController(100)
    try await SimulatedWorld.with(cluster) { world throws in
      let asController = DescribeClusterRequest { $0.endpointType = 2 }
      #expect(try await world.ask(100, asController).brokers.map(\.brokerID) == [1, 2, 100])
      #expect(try await world.ask(1, asController).errorCode == .mismatchedEndpointType)
      #expect(await world.failure(100, MetadataRequest())?.kind == .unsupportedAPI)
      #expect(try await world.ask(1, MetadataRequest()).brokers.map(\.nodeID) == [1, 2])
    }
  }
}
