import Kafka
import Model
import TestSupport
import Testing
import Transport

/// Against Kafka itself, one broker for all.
@Suite(
  .serialized, .timeLimit(.minutes(5)), .enabled(if: RealKafka.isUsable, RealKafka.whyNot),
  .realKafka(settings: RealBrokerSettings.lines))
struct RealBrokerTests {
  private func kafka() throws -> RealKafka { try #require(RealKafka.current) }

  @Test func `a plain listener answers, and everything is counted`() async throws {
    let meter = RequestMeter()
    try await connected(to: kafka().endpoint(.plaintext), meter: meter) { connection in
      let brokers = try await brokers(of: connection)
      #expect(brokers == [1])
      #expect(await connection.versions.version(of: MetadataRequest.api) == 12)
      let features = await connection.apiVersions.finalizedFeatures.map(\.name)
      #expect(features.contains("metadata.version"))
      #expect(await connection.reauthenticateAt == nil)
      #expect(await connection.certificateExpiry == nil)
    }
    let counted = meter.statistics
    #expect(counted.requests == [.apiVersions: 1, .metadata: 1])
    #expect(counted.durations.mapValues(\.count) == counted.requests)
    #expect(counted.errors.isEmpty)
    #expect(counted.bytesSent > 50 && counted.bytesReceived > 500)
  }

  @Test func `hundreds of requests are under way at once`() async throws {
    try await connected(to: kafka().endpoint(.plaintext)) { connection in
      let answers = try await withThrowingTaskGroup(of: [BrokerID].self) { group in
        for _ in 0..<200 { group.addTask { try await brokers(of: connection) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers == Array(repeating: [1], count: 200))
    }
  }

  @Test func `a listener that wants a certificate takes ours`() async throws {
    try await connected(to: kafka().endpoint(.ssl, tls: kafka().mutualTrust)) { connection in
      let brokers = try await brokers(of: connection)
      #expect(brokers == [1])
      let expiry = try #require(await connection.certificateExpiry)
      #expect(expiry > SystemTime().now().wall)
    }
  }

  @Test func `a listener that wants a certificate refuses who has none`() async throws {
    let endpoint = try kafka().endpoint(.ssl, tls: kafka().trust)
    let error = try #require(await kafkaRefusal(at: endpoint))
    // With TLS 1.3 the refusal comes after the handshake: before our first request, or in answer to it.
    #expect(
      error.description.contains("Give a client certificate that an authority of the server has signed."))
  }

  @Test func `an unknown authority is a clear error`() async throws {
    let endpoint = try kafka().endpoint(.ssl, tls: TLSSettings())
    let error = try #require(await kafkaRefusal(at: endpoint))
    #expect(
      error.description.hasPrefix("Connection to Kafka broker tls://127.0.0.1:\(endpoint.port) failed: "),
      "\(error)")
    #expect(
      error.description.hasSuffix("Name the authority that signed the server's certificate as the CA file."),
      "\(error)")
    #expect(error.kind.label == "tls")
  }

  @Test(arguments: PasswordMechanism.allCases)
  func `a user is let in, and the session's end is known`(mechanism: PasswordMechanism) async throws {
    let endpoint = try kafka().endpoint(.saslSSL, tls: kafka().trust)
    let monitor = SASLCredentials(mechanism, user: "monitor", password: "monitor-secret")
    try await connected(to: endpoint, as: monitor) { connection in
      let brokers = try await brokers(of: connection)
      #expect(brokers == [1])
      let left = try #require(await connection.reauthenticateAt) - SystemTime().now().uptime
      #expect(left <= RealBrokerSettings.sessionLifetime * 4 / 5)
      #expect(left > .zero)
    }
  }

  @Test(arguments: PasswordMechanism.allCases)
  func `a wrong password is a clear error`(mechanism: PasswordMechanism) async throws {
    let endpoint = try kafka().endpoint(.saslSSL, tls: kafka().trust)
    let meter = RequestMeter()
    let error = await kafkaFailure {
      let wrong = SASLCredentials(mechanism, user: "monitor", password: "wrong")
      try await connected(to: endpoint, as: wrong, meter: meter) { _ in }
    }
    let words =
      mechanism == .plain
      ? "Authentication failed: Invalid username or password"
      : "Authentication failed during authentication due to invalid credentials with SASL mechanism \(mechanism.mechanism)"
    #expect(
      error?.description
        == "SaslAuthenticate request to Kafka broker tls://127.0.0.1:\(endpoint.port) failed: it refused the user or the password "
        + "for \(mechanism.mechanism) (“\(words)”). Correct them, or create the credential at the cluster for this mechanism."
    )
    #expect(meter.statistics.errors == [.saslAuthenticate: ["SASL_AUTHENTICATION_FAILED": 1]])
  }

  @Test(arguments: [PasswordMechanism.scramSHA256, .scramSHA512])
  func `signs in a name and any letters in a password are taken as they are`(mechanism: PasswordMechanism)
    async throws
  {
    let (user, password) = ("w=a,b", "grün gelb")
    try await kafka().run(
      "configs", "--bootstrap-server", "127.0.0.1:\(kafka().port(.plaintext))", "--alter", "--entity-type",
      "users",
      "--entity-name",
      user, "--add-config", "\(mechanism.mechanism)=[iterations=8192,password=\(password)]")
    let endpoint = try kafka().endpoint(.saslPlaintext)
    let credentials = SASLCredentials(mechanism, user: user, password: password)
    try await eventually("the broker has heard of the user") {
      do {
        return try await connected(to: endpoint, as: credentials) { try await brokers(of: $0) } == [1]
      } catch let error as KafkaError {
        guard case .authenticationFailed = error.kind else { throw error }
        return false
      }
    }
  }

  @Test func `a user where none is asked for is a clear error`() async throws {
    let monitor = SASLCredentials(.plain, user: "monitor", password: "monitor-secret")
    let error = try #require(await kafkaRefusal(at: try kafka().endpoint(.plaintext), as: monitor))
    #expect(error.kind == .refused(.illegalSASLState, message: nil))
    #expect(error.description.hasSuffix("Leave the user away: this listener asks for none."))
  }

  @Test func `no user where one is asked for is a clear error`() async throws {
    let error = try #require(await kafkaRefusal(at: try kafka().endpoint(.saslPlaintext)))
    #expect(error.kind == .closedByBroker(midReply: false), "\(error)")
    #expect(error.description.contains("a listener that wants SASL closes connections"))
  }

  @Test func `plain bytes to a listener that wants TLS are a clear error`() async throws {
    let error = try #require(await kafkaRefusal(at: try kafka().endpoint(.ssl)))
    #expect(error.description.hasSuffix("and whether it wants TLS."), "\(error)")
  }
}
