import Kafka
import Model
import Systemd
import TestSupport
import Testing
import Transport

extension RealBrokerTests {
  /// OAUTHBEARER, with tokens that a server of our own gives out.
  @Suite(.enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
  struct Tokens {
    private func kafka() throws -> RealKafka { try #require(RealKafka.current) }

    @Test func `a token of an endpoint is let in, and its end is the session's`() async throws {
      let peer = try await TokenPeer.http()
      let kafka = try kafka()
      try await withTokens(peer.endpoint("token/20")) { tokens in
        let credentials = BearerCredentials(tokens)
        try await connected(to: kafka.endpoint(.saslPlaintext), as: credentials) { connection in
          let brokers = try await brokers(of: connection)
          #expect(brokers == [1])
          let left = try #require(await connection.reauthenticateAt) - SystemTime().now().uptime
          #expect(left > .zero && left <= .seconds(16))
        }
      }
    }

    @Test func `a token that has ended is a clear error`() async throws {
      let peer = try await TokenPeer.http()
      let kafka = try kafka()
      try await withTokens(peer.endpoint("token/-100")) { tokens in
        let endpoint = kafka.endpoint(.saslPlaintext)
        let error = await kafkaRefusal(at: endpoint, as: BearerCredentials(tokens))
        let text = try #require(error?.description)
        #expect(
          text.hasPrefix(
            "SaslAuthenticate request to Kafka broker \(endpoint) failed: it refused the token for OAUTHBEARER (“"
          ),
          "\(text)")
        #expect(text.contains("invalid_token"), "\(text)")
        #expect(
          text.hasSuffix(
            "Check that the brokers trust who issued it, and that its audience, its scope and its "
              + "dates are what they expect."), "\(text)")
      }
    }

    @Test func `a token of a file is let in, and a new one is used for the next connection`() async throws {
      let peer = try await TokenPeer.http()
      let directory = try TemporaryDirectory()
      let kafka = try kafka()
      let source = TokenFile(path: directory.file("token"))
      let credentials = BearerCredentials(source)
      _ = try directory.write(Array("none.at.all\n".utf8), to: "token")
      #expect(await kafkaRefusal(at: kafka.endpoint(.saslPlaintext), as: credentials) != nil)
      let token = try await withTokens(peer.endpoint("token/60")) { try await $0.token() }
      _ = try directory.write(Array("\(token)\n".utf8), to: "token")
      try await connected(to: kafka.endpoint(.saslPlaintext), as: credentials) {
        let brokers = try await brokers(of: $0)
        #expect(brokers == [1])
      }
    }
  }
}
