import Kafka
import Model
import Simulation
import Systemd
import TestSupport
import Testing

@testable import Monitor

/// The collector around the watch: what it publishes, and how it ends.
@Suite(.timeLimit(.minutes(2))) struct ClusterCollectorTests {
  private struct Bench: Sendable {
    let world: CollectorWorld
    let meter = RequestMeter()
    let store: WorldStore
    let board: ClusterBoard

    init(_ world: CollectorWorld) {
      self.world = world
      store = WorldStore(time: world.time)
      board = ClusterBoard(store: store)
    }

    func collector(_ name: String, _ settings: ClusterCollectorSettings? = nil) -> ClusterCollector {
      var settings = settings ?? world.settings
      settings.collectorName = name
      return ClusterCollector(settings, meter: meter, board: board, store: store, on: world.loop)
    }

    /// Runs the body while the collector keeps its connections, and ends it as a new plan does.
    func opened(_ collector: ClusterCollector, _ body: () async throws -> Void) async throws {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await collector.stayOpen { await untilCancelled() } }
        defer { group.cancelAll() }
        try await body()
      }
    }

    var clusters: [ClusterSection] { store.current.clusters?.value.clusters ?? [] }
  }

  @Test func `trap 28: a tick publishes the cluster with its age and what was asked, and nobody else asks`()
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      let bench = Bench(world)
      let collector = bench.collector("cluster")
      try await bench.opened(collector) {
        try await collector.tick()
        #expect(bench.clusters.map(\.name) == ["SimulatedClusterAAAAAA"])
        #expect(bench.clusters.first?.readAt == world.time.now())
        #expect(bench.clusters.first?.isFresh(at: world.time.now()) == true)
        let client = try #require(bench.store.current.kafkaClient?.value)
        #expect(client.requests["Metadata"] == 1)
        #expect(client.requests["ListGroups"] == 3)
        #expect(Int(client.requests.values.reduce(0, +)) == world.simulation.requests())
        #expect(client.errors.isEmpty)
        #expect(client.bytesReceived > 0)
      }
      #expect(bench.clusters.isEmpty)
    }
  }

  @Test func `trap 29: a section that is not read again is not believed after stale_after`() async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      let bench = Bench(world)
      let collector = bench.collector("cluster")
      try await bench.opened(collector) {
        try await collector.tick()
        for broker in Int32(1)...3 { world.simulation.setFault(.refuse, broker: broker) }
        await world.socketsAreSettled()
        world.time.advance(by: .seconds(30))
        #expect(bench.clusters.first?.isFresh(at: world.time.now()) == true)
        world.time.advance(by: .seconds(1))
        #expect(bench.clusters.first?.isFresh(at: world.time.now()) == false)
      }
    }
  }

  @Test func `the second collector of one cluster is told so, and takes over when the first one ends`()
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      let bench = Bench(world)
      let (first, second) = (bench.collector("first"), bench.collector("second"))
      try await bench.opened(second) {
        try await bench.opened(first) {
          try await first.tick()
          let error = await #expect(throws: CollectorError.self) { try await second.tick() }
          #expect(error?.reason == .refused)
          #expect(
            error?.description
              == "The cluster 'SimulatedClusterAAAAAA' is watched by another entry of `clusters` already; leave one of them out."
          )
          try await first.tick()
          #expect(bench.clusters.count == 1)
        }
        world.time.advance(by: .seconds(10))
        try await second.tick()
        #expect(bench.clusters.count == 1)
      }
    }
  }

  @Test func `several clusters stand side by side, sorted by the names that they are given`() async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await CollectorWorld.with(Trio.cluster()) { other throws in
        let bench = Bench(world)
        var (west, east) = (world.settings, other.settings)
        (west.label, east.label) = ("west", "east")
        let (first, second) = (bench.collector("first", west), bench.collector("second", east))
        try await bench.opened(first) {
          try await bench.opened(second) {
            try await first.tick()
            try await second.tick()
            #expect(bench.clusters.map(\.name) == ["east", "west"])
          }
          #expect(bench.clusters.map(\.name) == ["west"])
        }
      }
    }
  }

  @Test func `trap 30: nobody where nobody was promised is no failure, but a cluster that went away is one`()
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      let bench = Bench(world)
      var settings = world.settings
      let port = try world.candidate(1).port
      settings.candidates = { [BrokerCandidate(host: "127.0.0.1", port: port, source: .usual)] }
      let collector = bench.collector("cluster", settings)
      for broker in Int32(1)...3 { world.simulation.setFault(.refuse, broker: broker) }
      await world.socketsAreSettled()
      try await bench.opened(collector) {
        await #expect(throws: NothingToWatch.self) { try await collector.tick() }
        for broker in Int32(1)...3 { world.simulation.setFault(nil, broker: broker) }
        await world.socketsAreSettled()
        world.time.advance(by: .seconds(10))
        try await collector.tick()
        for broker in Int32(1)...3 { world.simulation.setFault(.refuse, broker: broker) }
        await world.socketsAreSettled()
        for _ in 1...5 {
          world.time.advance(by: .seconds(10))
          await #expect(throws: CollectorError.self) { try await collector.tick() }
          #expect(bench.clusters.first?.reading.brokers.map(\.answers) == [false, false, false])
        }
      }
    }
  }
}
