package import Model
package import Systemd
package import Transport

extension KafkaConnection {
  /// Connects, learns the broker's versions, authenticates, and runs the body; closed when the body ends.
  ///
  /// The body is not interrupted when the connection ends before: its next request says why.
  package nonisolated(nonsending) static func withConnection<Result>(
    to endpoint: StreamEndpoint, _ settings: ConnectionSettings, meter: RequestMeter,
    time: any TimeSource = SystemTime(), on loop: EventLoop,
    _ body: (KafkaConnection) async throws -> Result
  ) async throws -> Result {
    // Before the broker is bothered: it would log a connection that ends because we have nothing to show.
    let client = try await client(for: endpoint, settings, meter)
    let mustBeOpen = time.now().uptime + settings.openDeadline
    let stream = try await stream(to: endpoint, deadline: settings.openDeadline, on: loop)
    let connection = KafkaConnection(stream, settings, meter: meter, time: time, on: loop)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await connection.read() }
      group.addTask { await connection.write() }
      do {
        try await connection.open(client, before: mustBeOpen)
        let result = try await body(connection)
        await connection.close()
        return result
      } catch {
        await connection.close()
        throw error
      }
    }
  }

  private static func stream(
    to endpoint: StreamEndpoint, deadline: Duration, on loop: EventLoop
  ) async throws(KafkaError) -> ByteStream {
    do throws(TransportError) {
      return try await ByteStream.connect(to: endpoint, deadline: deadline, on: loop)
    } catch {
      throw KafkaError(KafkaError.Kind(error), broker: endpoint.description, api: nil)
    }
  }

  /// On the global pool, as some sources read files.
  @concurrent
  private static func client(
    for endpoint: StreamEndpoint, _ settings: ConnectionSettings, _ meter: RequestMeter
  ) async throws(KafkaError) -> (any SASLClient)? {
    do throws(SASLError) {
      return try await settings.credentials?.client(for: endpoint.host)
    } catch {
      let kind = KafkaError.Kind(error)
      meter.count(error: kind.label, in: .saslAuthenticate)
      throw KafkaError(kind, broker: endpoint.description, api: .saslAuthenticate)
    }
  }

  /// A listener that refuses our certificate may end the connection before anything is asked.
  private func open(_ client: (any SASLClient)?, before end: Duration) async throws(KafkaError) {
    do throws(KafkaError) {
      try await negotiate(before: end)
      if let credentials = settings.credentials, let client {
        try await authenticate(credentials, client, before: end)
      }
    } catch {
      throw error.origin
    }
  }

  /// A broker that does not know the newest form of the question says so in the oldest, and is asked again in it.
  private func negotiate(before end: Duration) async throws(KafkaError) {
    var request = ApiVersionsRequest()
    request.clientSoftwareName = "brokerwatch"
    request.clientSoftwareVersion = settings.acceptableSoftwareVersion
    let newest = ApiVersionsRequest.api.versions.upperBound
    var response = try await send(request, version: newest, deadline: left(until: end))
    if response.errorCode == .unsupportedVersion {
      response = try await send(request, version: 0, deadline: left(until: end))
    }
    guard response.errorCode.isSuccess else {
      throw refused(response.errorCode, nil, .apiVersions)
    }
    apiVersions = response
    versions = APIVersionTable(response)
  }

  private func authenticate(
    _ credentials: any SASLCredentialSource, _ client: any SASLClient, before end: Duration
  ) async throws(KafkaError) {
    try await handshake(credentials.mechanism, before: end)
    var (client, token) = try await step(client, nil)
    while let next = token {
      var request = SaslAuthenticateRequest()
      request.authBytes = next
      let response = try await send(request, deadline: left(until: end))
      guard response.errorCode.isSuccess else {
        throw refusal(response.errorCode, response.errorMessage, of: credentials)
      }
      (client, token) = try await step(client, response.authBytes)
      reauthenticateAt = SessionLifetime.usable(ofMilliseconds: response.sessionLifetimeMilliseconds)
        .map { time.now().uptime + $0 }
    }
  }

  private func handshake(_ mechanism: SASLMechanism, before end: Duration) async throws(KafkaError) {
    var request = SaslHandshakeRequest()
    request.mechanism = mechanism.rawValue
    let response = try await send(request, deadline: left(until: end))
    guard response.errorCode.isSuccess else {
      let error = refused(response.errorCode, nil, .saslHandshake)
      guard response.errorCode == .unsupportedSASLMechanism else { throw error }
      throw failure(.mechanismNotOffered(mechanism, offered: response.mechanisms), .saslHandshake)
    }
  }

  /// On the global pool: stretching a password takes too long for the loop.
  @concurrent
  private nonisolated func step(
    _ client: any SASLClient, _ challenge: [UInt8]?
  ) async throws(KafkaError) -> (any SASLClient, [UInt8]?) {
    var client = client
    do throws(SASLError) {
      let next = if let challenge { try client.answer(challenge) } else { try client.start() }
      return (client, next)
    } catch {
      throw counted(failure(.sasl(error), .saslAuthenticate))
    }
  }

  private func refusal(
    _ code: ErrorCode, _ message: String?, of credentials: any SASLCredentialSource
  ) -> KafkaError {
    let error = refused(code, message, .saslAuthenticate)
    guard code == .saslAuthenticationFailed else { return error }
    credentials.wasRefused()
    return failure(.authenticationFailed(credentials.mechanism, message: message), .saslAuthenticate)
  }

  private func refused(_ code: ErrorCode, _ message: String?, _ api: APIKey) -> KafkaError {
    meter.count(code, in: api)
    return failure(.refused(code, message: message), api)
  }

  private func left(until end: Duration) -> Duration {
    max(.zero, end - time.now().uptime)
  }
}
