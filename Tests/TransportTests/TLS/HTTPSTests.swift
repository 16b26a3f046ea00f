import Model
import TestSupport
import Testing
import Transport

@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct HTTPSTests {
  private let files: CertificateFiles

  init() async throws {
    files = try await CertificateFiles()
  }

  private struct Reply {
    let status: Int
    let certificateExpiry: Timestamp?
    let text: String
  }

  private func get(
    _ url: String, _ tls: TLSSettings, route: HTTPRequest.Route? = nil
  ) async throws -> Reply {
    try await withClient { client in
      var request = HTTPRequest(.get, url, deadlines: .patient)
      request.tls = tls
      request.route = route
      let response = try await client.send(request)
      let text = String(decoding: try await response.body.collect(upTo: 1000), as: UTF8.self)
      return Reply(status: response.status, certificateExpiry: response.certificateExpiry, text: text)
    }
  }

  private func error(_ url: String, _ tls: TLSSettings) async throws -> TransportError? {
    do {
      _ = try await get(url, tls)
      return nil
    } catch let error as TransportError {
      return error
    }
  }

  @Test func `a server whose authority is known answers, and its certificate's end is openssl's`()
    async throws
  {
    let peer = try await Peer.https(files)
    let response = try await get(peer.tlsURL("hello"), TLSSettings(authorityFile: files.authority))
    #expect(response.status == 200)
    let expiry = try #require(response.certificateExpiry)
    #expect(expiry == (try await files.endDate(of: "server")))
  }

  @Test func `an authority that is neither in the CA file nor the system's is refused`() async throws {
    let peer = try await Peer.https(files)
    for tls in [TLSSettings(), TLSSettings(authorityFile: files.certificate("stranger"))] {
      let error = try await error(peer.tlsURL("hello"), tls)
      expect(.unknownAuthority, error)
    }
  }

  @Test func `a certificate for another name is refused, unless that name is asked for`() async throws {
    let peer = try await Peer.https(files, certificate: "other")
    var tls = TLSSettings(authorityFile: files.authority)
    try await expect(.hostnameMismatch, error(peer.tlsURL("hello"), tls))
    tls.serverName = "other.example"
    let response = try await get(peer.tlsURL("echo"), tls)
    #expect(response.status == 200)
    #expect(response.text.contains("\r\nHost: localhost:\(peer.port)\r\n"))
  }

  @Test func `a route leads the name of the URL to another host and port`() async throws {
    let peer = try await Peer.https(files, certificate: "other")
    let tls = TLSSettings(authorityFile: files.authority)
    let route = HTTPRequest.Route.host("127.0.0.1", port: peer.port)
    let response = try await get("https://other.example/hello", tls, route: route)
    #expect(response.status == 200)
  }

  @Test func `an expired certificate is refused, and answers only when verification is switched off`()
    async throws
  {
    let peer = try await Peer.https(files, certificate: "expired")
    var tls = TLSSettings(authorityFile: files.authority)
    try await expect(.certificateExpired, error(peer.tlsURL("hello"), tls))
    tls.verification = .off
    let response = try await get(peer.tlsURL("hello"), tls)
    #expect(response.certificateExpiry == (try await files.endDate(of: "expired")))
  }

  @Test func `a server below the minimum version is refused, one at it answers`() async throws {
    let peer = try await Peer.https(files, "--newest-tls", "TLSv1_2")
    var tls = TLSSettings(authorityFile: files.authority, minimumVersion: .v1_3)
    try await expect(.tlsHandshake, error(peer.tlsURL("hello"), tls))
    tls.minimumVersion = .v1_2
    #expect(try await get(peer.tlsURL("hello"), tls).status == 200)
  }

  /// TLS 1.2 has no alert of its own for a missing certificate.
  @Test(arguments: [
    ("TLSv1_2", TransportError.Kind.tlsHandshake), ("TLSv1_3", .clientCertificateRefused),
  ])
  func `a server that wants to know us refuses strangers and answers whom it knows`(
    newest: String, without: TransportError.Kind
  )
    async throws
  {
    let peer = try await Peer.https(
      files, "--newest-tls", newest, "--client-authority", files.authority)
    var tls = TLSSettings(authorityFile: files.authority)
    try await expect(without, error(peer.tlsURL("hello"), tls))
    tls.identity = files.identity("unknown-client")
    try await expect(.clientCertificateRefused, error(peer.tlsURL("hello"), tls))
    tls.identity = files.identity("client")
    #expect(try await get(peer.tlsURL("hello"), tls).status == 200)
  }

  @Test func `files that cannot be used are told apart`() async throws {
    let peer = try await Peer.https(files)
    let noAuthority = TLSSettings(authorityFile: files.certificate("nowhere"))
    try await expect(.authorityFileUnusable, error(peer.tlsURL("hello"), noAuthority))
    var mixed = TLSSettings(authorityFile: files.authority)
    mixed.identity = .init(certificateFile: files.certificate("client"), keyFile: files.key("server"))
    try await expect(.identityUnusable, error(peer.tlsURL("hello"), mixed))
  }

  @Test func `a key behind a passphrase is an error, not a question on the terminal`() async throws {
    let peer = try await Peer.https(files)
    var tls = TLSSettings(authorityFile: files.authority)
    tls.identity = .init(
      certificateFile: files.certificate("client"), keyFile: try await files.lockedKey("client"))
    try await expect(.identityUnusable, error(peer.tlsURL("hello"), tls))
  }

  @Test func `a port without TLS is told apart`() async throws {
    let peer = try await Peer.stream("burst")
    try await expect(.tlsHandshake, error(peer.tlsURL("hello", host: "127.0.0.1"), TLSSettings()))
  }

  @Test func `a connection made under other TLS settings is not used again`() async throws {
    let peer = try await Peer.https(files)
    try await withClient { client in
      var request = peer.tlsGet("hello")
      request.tls = TLSSettings(authorityFile: files.authority)
      _ = try await client.send(request).body.collect(upTo: 100)
      request.tls.authorityFile = files.certificate("stranger")
      let error = await failure { () throws(TransportError) in _ = try await client.send(request) }
      expect(.unknownAuthority, error)
    }
  }
}
