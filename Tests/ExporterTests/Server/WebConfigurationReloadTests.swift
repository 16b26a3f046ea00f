import Exporter
import Model
import Systemd
import TestSupport
import Testing

/// What a changed web configuration does to a server that runs.
@Suite(.enabled(if: PeerProgram.isUsable("openssl", requiredAs: "openssl"), "openssl is not installed"))
struct WebConfigurationReloadTests {
  private let routes = [Route("/now") { _ in .now(HTTPServerReply(status: 200, text: "now\n")) }]
  private let tls = "tls_server_config:\n  cert_file: server.pem\n  key_file: server.key\n"

  /// Says who the server is, waits for a line, and asks on the same connection.
  private static let pythonClient = """
    import socket, ssl, sys
    context = ssl.create_default_context(cafile=sys.argv[2])
    raw = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=20)
    client = context.wrap_socket(raw, server_hostname="localhost")
    def ask():
        client.sendall(b"GET /now HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n")
        data = b""
        while not data.endswith(b"now\\n"): data += client.recv(4096)
        print(dict(client.getpeercert()["subject"][0])["commonName"], flush=True)
    ask()
    sys.stdin.readline()
    ask()
    """

  private func answer(_ port: UInt16, _ arguments: [String]) async throws -> String {
    try await Command("curl", ["-sS", "--max-time", "60"] + arguments + ["https://localhost:\(port)/now"])
      .output
  }

  @Test func `a new certificate is for new connections, and open ones go on`() async throws {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server", "renewed")
    try web.configure(tls)
    let time = ManualTime()
    try await withServer(routes, webConfiguration: web.configuration, time: time) { server, port in
      let client = try ChildProcess("python3", ["-c", Self.pythonClient, "\(port)", web.file("ca.pem")])
      try await eventually("the first answer came") { client.standardOutput.lines == ["server"] }
      _ = try await Command(
        "sh", "-c", "cd \(web.folder.path); cp renewed.key server.key; cp renewed.pem server.pem")
      let applied = server.webReload?.appliedAt
      try await eventually("the new certificate is in force") {
        time.advance(by: .seconds(1))
        return server.webReload?.appliedAt != applied && server.webReload?.succeeded == true
      }
      let subject = try await Command(
        "sh", "-c",
        "openssl s_client -connect 127.0.0.1:\(port) </dev/null 2>/dev/null | openssl x509 -noout -subject")
      #expect(subject.output.contains("renewed"))
      client.write("\n")
      try await eventually("the second answer came") { client.standardOutput.lines == ["server", "server"] }
    }
  }

  @Test func `other authorities for clients are in force without a new port`() async throws {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server", "old")
    try await web.certify(authority: "other", "new")
    try web.configure(tls + "  client_ca_file: ca.pem\n  client_auth_type: RequireAndVerifyClientCert\n")
    let old = ["--cacert", web.file("ca.pem"), "--cert", web.file("old.pem"), "--key", web.file("old.key")]
    let new = ["--cacert", web.file("ca.pem"), "--cert", web.file("new.pem"), "--key", web.file("new.key")]
    try await withServer(routes, webConfiguration: web.configuration) { server, port in
      let before = try await (answer(port, old), answer(port, new))
      #expect(before == ("now\n", ""))
      try web.configure(tls + "  client_ca_file: other.pem\n  client_auth_type: RequireAndVerifyClientCert\n")
      #expect(await server.reloadWebConfiguration() == .applied)
      let after = try await (answer(port, old), answer(port, new))
      #expect(after == ("", "now\n"))
    }
  }

  @Test func `TLS is turned on and off on the same port`() async throws {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server")
    try web.configure("")
    try await withServer(routes, webConfiguration: web.configuration) { server, port in
      let plain = try RawClient(port: port)
      try plain.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
      let first = try await plain.receiveResponse()
      #expect(first.hasSuffix("now\n"))
      try web.configure(tls)
      #expect(await server.reloadWebConfiguration() == .applied)
      let encrypted = try await answer(port, ["--cacert", web.file("ca.pem")])
      #expect(encrypted == "now\n")
      try plain.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
      let last = try await plain.receiveToEnd()
      #expect(last.contains("Connection: close\r\n"))
      try web.configure("")
      #expect(await server.reloadWebConfiguration() == .applied)
      let unencrypted = try await Command("curl", "-sS", "http://127.0.0.1:\(port)/now")
      #expect(unencrypted.output == "now\n")
    }
  }

  @Test func `a broken file changes nothing, is said once, and is read again when it is mended`() async throws
  {
    let web = try WebFolder()
    try await web.certify(authority: "ca", "server")
    try web.configure(tls)
    let time = ManualTime()
    let log = LogRecorder()
    try await withServer(routes, webConfiguration: web.configuration, time: time, logger: log.logger) {
      server, port in
      let before = try await answer(port, ["--cacert", web.file("ca.pem")])
      #expect(before == "now\n")
      try web.configure(tls + "  min_versio: TLS13\n")
      try await eventually("it was read") {
        time.advance(by: .seconds(1))
        return server.webReload?.succeeded == false
      }
      let still = try await answer(port, ["--cacert", web.file("ca.pem")])
      #expect(still == "now\n")
      for _ in 0..<20 { time.advance(by: .seconds(1)) }
      #expect(log.messages(.error).count == 1)
      #expect(log.messages(.error).first?.contains("web.yml:4:3: unknown key 'min_versio'") == true)
      try web.configure(tls + "  min_version: TLS13\n")
      try await eventually("it was read again") {
        time.advance(by: .seconds(1))
        return server.webReload?.succeeded == true
      }
    }
  }

  @Test func `a server does not start with a broken file`() async throws {
    let web = try WebFolder()
    try web.configure("tls_server_config: {cert_file: none.pem, key_file: none.key}")
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let server = try HTTPServer(
      listening: [.address(ListenAddress(host: "127.0.0.1", port: 0))], routes: routes,
      webConfiguration: web.configuration, loop: loop)
    let error = await #expect(throws: ServerError.self) { try await server.start() }
    #expect(error?.description.hasSuffix("the file '\(web.file("none.pem"))' does not exist.") == true)
  }
}
