import Kafka
import Model
import Monitor
import Patterns
import Simulation
import Systemd
import TestSupport
import Testing

/// A simulated cluster and whoever watches it, all by one clock that stands still until a test moves it.
struct CollectorWorld: Sendable {
  let simulation: Simulation
  let time: ManualTime
  let loop: EventLoop
  private let brokers: EventLoop

  static func with<Result>(
    _ cluster: SimulatedCluster, _ body: (CollectorWorld) async throws -> Result
  ) async throws -> Result {
    let time = ManualTime()
    // The brokers' loop runs by the kernel's clock, for answers that drip.
    let brokers = try EventLoop(name: "brokers")
    let loop = try EventLoop(name: "watch", time: time)
    defer {
      loop.stop()
      brokers.stop()
    }
    var options = Simulation.Options()
    options.keptRequests = 10_000
    let simulation = try Simulation(cluster: cluster, on: brokers, time: time, options: options)
    return try await simulation.run {
      try await body(CollectorWorld(simulation: simulation, time: time, loop: loop, brokers: brokers))
    }
  }

  /// Waits until the brokers that are to listen do, and no others.
  func socketsAreSettled() async {
    await Self.turn(of: brokers)
  }

  /// The brokers, the watcher's loop, and the pool that the rest runs on.
  func everybodyHadATurn() async {
    await Self.turn(of: brokers)
    await Self.turn(of: loop)
    await withTaskGroup(of: Void.self) { $0.addTask {} }
  }

  private static func turn(of loop: EventLoop) async {
    await withCheckedContinuation { continuation in
      let isRunning = loop.perform { _ in continuation.resume() }
      if !isRunning { continuation.resume() }
    }
  }

  /// As a standalone watcher would be told of it, with the first broker as the only place to look.
  var settings: ClusterCollectorSettings {
    var settings = ClusterCollectorSettings()
    settings.scope = .cluster
    settings.topics = .everything
    settings.candidates = { [self] in Array(candidates.prefix(1)) }
    return settings
  }

  var candidates: [BrokerCandidate] {
    simulation.bootstrap.map { BrokerCandidate(host: $0.host, port: $0.port, source: .configured) }
  }

  func candidate(_ broker: Int32) throws -> BrokerCandidate {
    let port = try #require(simulation.port(of: broker))
    return BrokerCandidate(host: "127.0.0.1", port: port, source: .configured)
  }

  /// How many requests brokers got while the body ran, by API.
  func requests<Result>(
    _ body: () async throws -> Result
  ) async rethrows -> (counts: [APIKey: Int], result: Result) {
    let before = APIKey.allCases.map { simulation.requests(api: $0) }
    let result = try await body()
    let counts = zip(APIKey.allCases, before).map { ($0, simulation.requests(api: $0) - $1) }
    return (Dictionary(uniqueKeysWithValues: counts).filter { $0.value > 0 }, result)
  }
}
