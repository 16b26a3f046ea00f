import Exporter
import Model
import TestSupport
import Testing

@Suite(.enabled(if: PeerProgram.isUsable("openssl", requiredAs: "openssl"), "openssl is not installed"))
struct ServerTLSTests {
  private let routes = [Route("/now") { _ in .now(HTTPServerReply(status: 200, text: "now\n")) }]
  private let serverCertificate = "cert_file: server.pem\n  key_file: server.key\n"

  private func expectCurl(
    _ port: UInt16, _ arguments: String..., output: String? = nil, status: Int = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let command = try await Command(
      "curl", ["-sS", "--max-time", "60"] + arguments + ["https://localhost:\(port)/now"])
    #expect(command.output == output ?? "", sourceLocation: sourceLocation)
    #expect(command.status == status, sourceLocation: sourceLocation)
  }

  @Test func `curl believes the certificate and gets its answer`() async throws {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server")
    try web.configure("tls_server_config:\n  \(serverCertificate)")
    try await withServer(routes, webConfiguration: web.configuration) { _, port in
      try await expectCurl(port, "--cacert", web.file("ca.pem"), output: "now\n")
      try await expectCurl(port, status: 60)
    }
  }

  @Test func `plain HTTP and garbage on a TLS port harm nobody`() async throws {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server")
    try web.configure("tls_server_config:\n  \(serverCertificate)")
    try await withServer(routes, webConfiguration: web.configuration) { server, port in
      for garbage in [
        "GET / HTTP/1.1\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\0\u{1}", "\0\0\0\0\0\0\0",
        "\u{15}\u{3}\u{3}\0\u{2}\u{2}\u{28}",
      ] {
        let client = try RawClient(port: port)
        try client.send(garbage)
        client.finishSending()
        _ = try await client.receiveToEnd()
      }
      try await expectCurl(port, "--cacert", web.file("ca.pem"), output: "now\n")
      try await eventually("all are gone") { server.statistics.openConnections == 0 }
    }
  }

  @Test func `a handshake that does not come ends after ten seconds`() async throws {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server")
    try web.configure("tls_server_config:\n  \(serverCertificate)")
    let time = ManualTime()
    try await withServer(routes, webConfiguration: web.configuration, time: time) { server, port in
      let client = try RawClient(port: port)
      try await eventually("it is open") { server.statistics.openConnections == 1 }
      try await eventually("it is closed") {
        time.advance(by: .seconds(1))
        return server.statistics.openConnections == 0
      }
      #expect(try await client.receiveToEnd() == "")
      #expect(server.statistics.closedConnections == ["headers_too_slow": 1])
    }
  }

  @Test func `versions outside the range are refused`() async throws {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server")
    try web.configure("tls_server_config:\n  \(serverCertificate)  min_version: TLS13\n")
    try await withServer(routes, webConfiguration: web.configuration) { _, port in
      try await expectCurl(port, "--cacert", web.file("ca.pem"), output: "now\n")
      try await expectCurl(port, "--cacert", web.file("ca.pem"), "--tls-max", "1.2", status: 35)
    }
    try web.configure("tls_server_config:\n  \(serverCertificate)  max_version: TLS12\n")
    try await withServer(routes, webConfiguration: web.configuration) { _, port in
      try await expectCurl(port, "--cacert", web.file("ca.pem"), output: "now\n")
      try await expectCurl(port, "--cacert", web.file("ca.pem"), "--tlsv1.3", status: 35)
    }
  }

  @Test func `only the configured cipher suites and curves are spoken`() async throws {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server")
    try web.configure(
      """
      tls_server_config:
        cert_file: server.pem
        key_file: server.key
        max_version: TLS12
        cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384]
        curve_preferences: [CurveP384]
      """)
    try await withServer(routes, webConfiguration: web.configuration) { _, port in
      let session = try await Command("openssl", "s_client", "-connect", "127.0.0.1:\(port)", "-tls1_2")
      #expect(session.output.contains("Cipher is ECDHE-ECDSA-AES256-GCM-SHA384"))
      #expect(session.output.contains("Server Temp Key: ECDH, secp384r1"))
      let refused = try await Command(
        "openssl", "s_client", "-connect", "127.0.0.1:\(port)", "-tls1_2", "-cipher",
        "ECDHE-ECDSA-AES128-GCM-SHA256")
      #expect(refused.output.contains("Cipher is (NONE)"))
    }
  }

  @Test(arguments: [
    ("NoClientCert", true, true, true), ("RequestClientCert", true, true, true),
    ("RequireAnyClientCert", false, true, true), ("VerifyClientCertIfGiven", true, true, false),
    ("RequireAndVerifyClientCert", false, true, false),
  ])
  func `clients are asked for certificates`(kind: String, none: Bool, ours: Bool, foreign: Bool) async throws
  {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server", "client")
    try await web.certify(authority: "other", "stranger")
    let authority = kind == "NoClientCert" ? "" : "  client_ca_file: ca.pem\n"
    try web.configure("tls_server_config:\n  \(serverCertificate)\(authority)  client_auth_type: \(kind)\n")
    try await withServer(routes, webConfiguration: web.configuration) { _, port in
      for version in ["1.2", "1.3"] {
        let trust = ["--cacert", web.file("ca.pem"), "--tls-max", version]
        let without = try await ask(port, trust)
        #expect(without == none)
        let withOurs = try await ask(
          port, trust + ["--cert", web.file("client.pem"), "--key", web.file("client.key")])
        #expect(withOurs == ours)
        let withForeign = try await ask(
          port, trust + ["--cert", web.file("stranger.pem"), "--key", web.file("stranger.key")])
        #expect(withForeign == foreign)
      }
    }
  }

  private func ask(_ port: UInt16, _ arguments: [String]) async throws -> Bool {
    let command = try await Command(
      "curl", ["-sS", "--max-time", "60"] + arguments + ["https://localhost:\(port)/now"])
    return command.output == "now\n"
  }

  @Test func `a client needs one of the allowed names`() async throws {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server", "alice", "bob")
    try web.configure(
      """
      tls_server_config:
        cert_file: server.pem
        key_file: server.key
        client_ca_file: ca.pem
        client_auth_type: RequireAndVerifyClientCert
        client_allowed_sans: [alice.example]
      """)
    try await withServer(routes, webConfiguration: web.configuration) { _, port in
      let trust = ["--cacert", web.file("ca.pem")]
      let alice = try await ask(
        port, trust + ["--cert", web.file("alice.pem"), "--key", web.file("alice.key")])
      #expect(alice)
      let bob = try await ask(port, trust + ["--cert", web.file("bob.pem"), "--key", web.file("bob.key")])
      #expect(!bob)
    }
  }
}
