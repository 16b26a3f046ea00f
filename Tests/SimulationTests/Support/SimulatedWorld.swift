import Kafka
import Model
import Simulation
import Systemd
import TestSupport
import Testing
import Transport

/// A simulation that runs, and our own client's way to its brokers.
struct SimulatedWorld: Sendable {
  static let patience = Duration.seconds(60)

  let simulation: Simulation
  let loop: EventLoop
  let meter = RequestMeter()

  /// Runs the body beside the cluster. With no time of its own a cluster lives by a clock that stands still.
  static func with<Result>(
    _ cluster: SimulatedCluster, time: any TimeSource = ManualTime(), options: Simulation.Options = .init(),
    _ body: (SimulatedWorld) async throws -> Result
  ) async throws -> Result {
    let loop = try EventLoop(name: "simulation")
    defer { loop.stop() }
    let simulation = try Simulation(cluster: cluster, on: loop, time: time, options: options)
    return try await simulation.run { try await body(SimulatedWorld(simulation: simulation, loop: loop)) }
  }

  func connected<Result>(
    to broker: Int32 = 1, _ body: (KafkaConnection) async throws -> Result
  ) async throws -> Result {
    let port = try #require(simulation.port(of: broker))
    let endpoint = StreamEndpoint(host: "127.0.0.1", port: port)
    let settings = ConnectionSettings(openDeadline: Self.patience)
    return try await KafkaConnection.withConnection(to: endpoint, settings, meter: meter, on: loop, body)
  }

  /// One question on a connection of its own.
  func ask<Request: KafkaRequest>(
    _ broker: Int32 = 1, _ request: Request, deadline: Duration = patience
  ) async throws -> Request.Response where Request.Response: Sendable {
    try await connected(to: broker) { try await $0.send(request, deadline: deadline) }
  }

  /// How asking fails; `nil` where it does not.
  func failure(
    _ broker: Int32 = 1, _ request: some KafkaRequest = MetadataRequest(), deadline: Duration = patience
  ) async -> KafkaError? {
    do {
      try await connected(to: broker) { _ = try await $0.send(request, deadline: deadline) }
    } catch {
      return error as? KafkaError
    }
    return nil
  }
}
