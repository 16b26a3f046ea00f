import Exporter
import Model
import TestSupport
import Testing

@Suite
struct WebAccessTests {
  private let routes = [
    Route("/now") { request in
      .now(HTTPServerReply(status: 200, text: request.isAuthenticated ? "known\n" : "anybody\n"))
    }
  ]

  private func get(_ port: UInt16, _ arguments: String...) async throws -> String {
    try await Command("curl", ["-sSi", "--max-time", "60"] + arguments + ["http://127.0.0.1:\(port)/now"])
      .output
  }

  @Test(.enabled(if: PeerProgram.isUsable("htpasswd", requiredAs: "htpasswd"), "htpasswd is not installed"))
  func `passwords that htpasswd hashed let in, and nothing else does`() async throws {
    let web = try WebFolder()
    let entry = try await Command("htpasswd", "-nbBC", "5", "ann", "correct: horse")
    let hash = entry.output.split(separator: ":")[1].split(whereSeparator: \.isNewline)[0]
    try web.configure("basic_auth_users:\n  ann: \(hash)\n")
    try await withServer(routes, webConfiguration: web.configuration) { server, port in
      for _ in 0..<3 {
        let right = try await get(port, "-u", "ann:correct: horse")
        #expect(right.hasPrefix("HTTP/1.1 200 ") && right.hasSuffix("known\n"))
        for credentials in ["ann:wrong", "ann:", "bob:correct: horse", ":"] {
          let wrong = try await get(port, "-u", credentials)
          #expect(wrong.hasPrefix("HTTP/1.1 401 ") && wrong.contains("WWW-Authenticate: Basic\r\n"))
        }
        let nobody = try await get(port)
        #expect(nobody.hasPrefix("HTTP/1.1 401 "))
      }
      let unknown = try await Command(
        "curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}", "http://127.0.0.1:\(port)/x")
      #expect(unknown.output == "401")
    }
  }

  @Test func `every response has the configured headers`() async throws {
    let web = try WebFolder()
    try web.configure(
      """
      http_server_config:
        http2: true
        headers:
          X-Frame-Options: deny
          Strict-Transport-Security: max-age=31536000
      """)
    let log = LogRecorder()
    try await withServer(routes, webConfiguration: web.configuration, logger: log.logger) { server, port in
      let response = try await get(port)
      #expect(response.contains("X-Frame-Options: deny\r\n"))
      #expect(response.contains("Strict-Transport-Security: max-age=31536000\r\n"))
      _ = await server.reloadWebConfiguration()
      #expect(log.messages(.info).filter { $0.contains("http2") }.count == 1)
    }
  }

  @Test func `beyond the rate limit it is 429 until time has passed`() async throws {
    let web = try WebFolder()
    try web.configure("rate_limit: {interval: 10s, burst: 2}")
    let time = ManualTime()
    try await withServer(routes, webConfiguration: web.configuration, time: time) { _, port in
      var codes: [Substring] = []
      for _ in 0..<3 { codes.append(try await get(port).prefix(12)) }
      time.advance(by: .seconds(10))
      for _ in 0..<2 { codes.append(try await get(port).prefix(12)) }
      #expect(codes.map { $0.suffix(3) } == ["200", "200", "429", "200", "429"])
    }
  }

  @Test func `a flood of wrong passwords does not keep the right one out`() async throws {
    let web = try WebFolder()
    // bcrypt of "secret" with cost 10, made with htpasswd -nbBC 10.
    try web.configure("basic_auth_users: {ann: \(Self.costlyHash)}")
    try await withServer(routes, webConfiguration: web.configuration) { server, port in
      let known = try await get(port, "-u", "ann:secret")
      #expect(known.hasPrefix("HTTP/1.1 200 "))
      let flood = try (0..<60).map { _ in try RawClient(port: port) }
      for client in flood {
        try client.send(
          "GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Basic YW5uOndyb25n\r\n\r\n")
      }
      let still = try await get(port, "-u", "ann:secret")
      #expect(still.hasPrefix("HTTP/1.1 200 "))
      var codes: [Substring: Int] = [:]
      for client in flood { codes[try await client.receiveToEnd().dropFirst(9).prefix(3), default: 0] += 1 }
      #expect(Set(codes.keys) == ["401", "503"])
    }
  }

  private static let costlyHash = "$2y$10$jCptPxHqepsO9A4yEQokZeHJWHZG6ovznZArMxHH9HllKrR14mo22"
}
