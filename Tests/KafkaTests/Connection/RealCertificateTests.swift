import Kafka
import Model
import TestSupport
import Testing
import Transport

extension RealBrokerTests {
  /// What happens when certificates change, or have ended.
  @Suite struct Certificates {
    private let directory: TemporaryDirectory
    private let tls: TLSSettings

    /// With copies of the broker's files for clients, which tests may replace.
    init() throws {
      directory = try TemporaryDirectory()
      let identity = TLSSettings.Identity(
        certificateFile: directory.file("client.pem"), keyFile: directory.file("client.key"))
      tls = TLSSettings(authorityFile: directory.file("ca.pem"), identity: identity)
      for name in ["ca.pem", "client.pem", "client.key"] { try restore(name) }
    }

    private func kafka() throws -> RealKafka { try #require(RealKafka.current) }

    private func restore(_ name: String) throws {
      _ = try directory.write(Files.bytes(of: kafka().file(name)), to: name)
    }

    private func replace(_ name: String, with path: String) throws {
      _ = try directory.write(Files.bytes(of: path), to: name)
    }

    @Test func `a client certificate that is replaced counts for the next connection`() async throws {
      let endpoint = try kafka().endpoint(.ssl, tls: tls)
      let strangers = try kafka().certificates
      let before = TLSFilesSignature(of: tls)
      try await connected(to: endpoint) { connection in
        try replace("client.pem", with: strangers.certificate("unknown-client"))
        try replace("client.key", with: strangers.key("unknown-client"))
        #expect(TLSFilesSignature(of: tls) != before)
        let error = try #require(await kafkaRefusal(at: endpoint))
        #expect(error.kind.label == "tls")
        #expect(
          error.description.hasSuffix(
            "Give a client certificate that an authority of the server has signed."), "\(error)")
        let brokers = try await brokers(of: connection)
        #expect(brokers == [1], "who is connected stays so")
      }
      for name in ["client.pem", "client.key"] { try restore(name) }
      try await connected(to: endpoint) { _ in }
    }

    @Test func `authorities that are replaced count for the next connection`() async throws {
      let endpoint = try kafka().endpoint(.ssl, tls: tls)
      try await connected(to: endpoint) { _ in }
      try replace("ca.pem", with: try kafka().certificates.certificate("stranger"))
      let error = try #require(await kafkaRefusal(at: endpoint))
      #expect(
        error.description.hasSuffix(
          "Name the authority that signed the server's certificate as the CA file."), "\(error)")
      try restore("ca.pem")
      try await connected(to: endpoint) { _ in }
    }

    @Test func `half a change is an error, and mends itself with the other half`() async throws {
      let endpoint = try kafka().endpoint(.ssl, tls: tls)
      try replace("client.pem", with: try kafka().certificates.certificate("client"))
      let error = try #require(await kafkaRefusal(at: endpoint))
      #expect(error.description.contains("and belong together."), "\(error)")
      try restore("client.pem")
      try await connected(to: endpoint) { _ in }
    }

    @Test func `a broker whose certificate has ended is a clear error`() async throws {
      let trust = TLSSettings(authorityFile: try kafka().certificates.authority, serverName: "localhost")
      let endpoint = try kafka().endpoint(.further, tls: trust)
      let error = try #require(await kafkaRefusal(at: endpoint))
      #expect(error.kind.label == "tls")
      #expect(error.description.hasPrefix("Connection to Kafka broker \(endpoint) failed: "), "\(error)")
      #expect(
        error.description.hasSuffix("Renew the server's certificate, or check this machine's clock."),
        "\(error)")
    }

    /// The client's is refused by the broker.
    @Test func `a certificate of ours that has ended is a clear error`() async throws {
      let files = try kafka().certificates
      try replace("client.pem", with: files.certificate("expired"))
      try replace("client.key", with: files.key("expired"))
      let error = try #require(await kafkaRefusal(at: try kafka().endpoint(.ssl, tls: tls)))
      #expect(error.kind.label == "tls")
      #expect(error.description.contains("client certificate"), "\(error)")
    }
  }
}
