import Kafka
import Systemd
import Testing
import Transport

/// Runs the body with a connection to a broker that does as the script says, both on one loop.
func withConnection<Result>(
  to script: @escaping ScriptedBroker.Script, _ settings: ConnectionSettings = .patient,
  meter: RequestMeter = RequestMeter(),
  _ body: (KafkaConnection, ScriptedBroker) async throws -> Result
) async throws -> Result {
  let loop = try EventLoop(name: "kafka")
  defer { loop.stop() }
  let broker = try await ScriptedBroker(on: loop, script)
  return try await KafkaConnection.withConnection(to: broker.endpoint, settings, meter: meter, on: loop) {
    try await body($0, broker)
  }
}

/// The error of what must fail.
func kafkaFailure(
  _ sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async -> KafkaError? {
  do {
    try await body()
    Issue.record("it did not fail", sourceLocation: sourceLocation)
  } catch let error as KafkaError {
    return error
  } catch {
    Issue.record("another error: \(error)", sourceLocation: sourceLocation)
  }
  return nil
}

extension ConnectionSettings {
  /// Nothing here waits for a deadline of it.
  static let patient = ConnectionSettings(openDeadline: .seconds(60))
}
