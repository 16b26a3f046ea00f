import Kafka
import Model
import Simulation
import Systemd
import TestSupport

@testable import Monitor

/// A canary over brokers that a test can break.
struct CanaryBed: Sendable {
  static let patience = Duration.seconds(60)

  let simulation: Simulation
  let run: CanaryRun
  let time: ManualTime
  let log: LogRecorder
  private let client: ClusterClient

  /// The canary's own clock stands still; an interval of many seconds gives its requests all the time that they need.
  static func with<Result: Sendable>(
    _ cluster: SimulatedCluster = SimulatedCluster(brokers: 3), interval: Duration = .seconds(100),
    _ body: @Sendable (CanaryBed) async throws -> Result
  ) async throws -> Result {
    let loop = try EventLoop(name: "canary")
    defer { loop.stop() }
    let simulation = try Simulation(cluster: cluster, on: loop)
    let client = ClusterClient(ClusterClientSettings(), meter: RequestMeter(), on: loop)
    // Brokers drop records that are older than their retention.
    let (time, log) = (ManualTime(SystemTime().now()), LogRecorder())
    var settings = CanarySettings()
    settings.topic = "canary"
    settings.interval = interval
    let run = CanaryRun(settings, sender: "us", time: time, log: log.logger)
    let bed = CanaryBed(simulation: simulation, run: run, time: time, log: log, client: client)
    return try await simulation.run {
      try await withThrowingTaskGroup(of: Result?.self) { group in
        group.addTask {
          await client.whileConnected { await untilCancelled() }
          return nil
        }
        let result = try await body(bed)
        group.cancelAll()
        return result
      }
    }
  }

  /// Reads the metadata anew, and lets the canary go once through all brokers.
  func round(through brokers: [NodeID] = [1, 2, 3]) async throws {
    let (simulation, client) = (simulation, client)
    let source = simulation.cluster.nodes.first(where: \.isRunning)?.id.rawValue ?? 1
    let response = try await client.send(
      MetadataRequest(), to: Self.address(of: source, in: simulation), deadline: Self.patience)
    let metadata = MetadataReading(response) { _ in true }
    await run.round(metadata, through: brokers, expecting: Set(brokers)) { broker throws(KafkaError) in
      try await client.connection(
        to: Self.address(of: broker, in: simulation), on: .canary, deadline: Self.patience)
    }
  }

  /// Produced, consumed and lost, by broker.
  var counts: [NodeID: [UInt64]] {
    run.readings.mapValues { [$0.produced, $0.consumed, $0.lost] }
  }

  var errors: [NodeID: [String: UInt64]] {
    run.readings.mapValues(\.errors).filter { !$0.value.isEmpty }
  }

  private static func address(of broker: NodeID, in simulation: Simulation) -> BrokerAddress {
    BrokerAddress(host: "127.0.0.1", port: simulation.port(of: broker) ?? 1)
  }
}
