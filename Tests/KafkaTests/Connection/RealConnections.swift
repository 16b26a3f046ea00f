import Kafka
import Systemd
import Testing
import Transport

/// Runs the body with a connection that has all the time it needs.
@discardableResult
func connected<Result>(
  to endpoint: StreamEndpoint, as credentials: (any SASLCredentialSource)? = nil,
  meter: RequestMeter = RequestMeter(), _ body: (KafkaConnection) async throws -> Result
) async throws -> Result {
  let loop = try EventLoop(name: "kafka")
  defer { loop.stop() }
  var settings = ConnectionSettings.patient
  settings.credentials = credentials
  return try await KafkaConnection.withConnection(to: endpoint, settings, meter: meter, on: loop, body)
}

func brokers(of connection: KafkaConnection) async throws -> [BrokerID] {
  try await connection.send(MetadataRequest(), deadline: .seconds(60)).brokers.map(\.nodeID)
}

/// Why a broker does not answer.
func kafkaRefusal(
  at endpoint: StreamEndpoint, as credentials: (any SASLCredentialSource)? = nil
) async -> KafkaError? {
  await kafkaFailure {
    try await connected(to: endpoint, as: credentials) { _ = try await brokers(of: $0) }
  }
}
