import Kafka
import Model
import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(2)), .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct SharedTokenTests {
  private func failure(_ endpoint: TokenEndpoint) async throws -> SASLError? {
    try await withTokens(endpoint) { tokens in
      do throws(SASLError) {
        _ = try await tokens.token()
        return nil
      } catch {
        return error
      }
    }
  }

  @Test func `who asks at the same time shares one fetch`() async throws {
    let peer = try await TokenPeer.http()
    let tokens = try await withTokens(peer.endpoint("token")) { tokens in
      try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<100 { group.addTask { try await tokens.token() } }
        return try await group.reduce(into: Set()) { $0.insert($1) }
      }
    }
    #expect(tokens.count == 1)
    try await peer.wasAsked(1)
  }

  @Test func `the request is the one of RFC 6749`() async throws {
    let peer = try await TokenPeer.http()
    var endpoint = peer.endpoint("token")
    endpoint.scope = "kafka read:all"
    _ = try await withTokens(endpoint) { try await $0.token() }
    endpoint.escapesCredentials = true
    _ = try await withTokens(endpoint) { try await $0.token() }
    try await peer.wasAsked(2)
    let requests = try peer.requests()
    #expect(
      requests.map(\.body)
        == Array(repeating: "grant_type=client_credentials&scope=kafka%20read%3Aall", count: 2))
    let headers = try #require(requests.first?.headers)
    // base64 of `monitor:s3cr+t`, and of `monitor:s3cr%2Bt`.
    #expect(
      requests.map { $0.headers["Authorization"] } == [
        "Basic bW9uaXRvcjpzM2NyK3Q=", "Basic bW9uaXRvcjpzM2NyJTJCdA==",
      ])
    #expect(headers["Content-Type"] == "application/x-www-form-urlencoded")
    #expect(headers["Accept"] == "application/json")
    #expect(headers["Cache-Control"] == "no-cache")
  }

  @Test func `a token is fetched anew at four fifths of its life`() async throws {
    let peer = try await TokenPeer.http()
    let time = ManualTime()
    try await withTokens(peer.endpoint("token/300"), time: time) { tokens in
      let first = try await tokens.token()
      time.advance(by: .seconds(239))
      #expect(try await tokens.token() == first)
      time.advance(by: .seconds(2))
      let second = try await tokens.token()
      #expect(second != first)
      tokens.wasRefused()
      #expect(try await tokens.token() == second)
      time.advance(by: .seconds(11))
      #expect(try await tokens.token() != second)
    }
    try await peer.wasAsked(3)
  }

  @Test func `a server that is busy is asked again`() async throws {
    let peer = try await TokenPeer.http()
    _ = try await withTokens(peer.endpoint("flaky/3")) { try await $0.token() }
    try await peer.wasAsked(4)
  }

  @Test func `a refusal is final, and names the endpoint and the mend`() async throws {
    let peer = try await TokenPeer.http()
    let error = try await failure(peer.endpoint("status/401?key=hidden"))
    #expect(
      error
        == .unavailable(
          "the token endpoint \(peer.address)/status/401 answered 401 (“some_error: in some words”)",
          advice: "Check the client id, the client secret and the scope."))
    try await peer.wasAsked(1)
  }

  @Test func `a server that does not answer costs no more than the deadline`() async throws {
    let peer = try await TokenPeer.http()
    var endpoint = peer.endpoint("silent")
    endpoint.deadline = .milliseconds(200)
    let error = try #require(try await failure(endpoint))
    #expect(
      error.description.hasPrefix("the token endpoint \(peer.address)/silent gave no answer: "), "\(error)")
  }

  @Test func `a failure is told to all for a while, without asking again`() async throws {
    let peer = try await TokenPeer.http()
    let time = ManualTime()
    try await withTokens(peer.endpoint("text"), time: time) { tokens in
      for _ in 0..<5 { await #expect(throws: SASLError.self) { try await tokens.token() } }
      try await peer.wasAsked(1)
      time.advance(by: .seconds(2))
      await #expect(throws: SASLError.self) { try await tokens.token() }
    }
    try await peer.wasAsked(2)
  }

  @Test func `who waits for a token leaves at once when cancelled`() async throws {
    let peer = try await TokenPeer.http()
    try await withTokens(peer.endpoint("silent")) { tokens in
      let errors = await withTaskGroup(of: SASLError?.self) { group in
        for _ in 0..<3 {
          group.addTask {
            do throws(SASLError) {
              _ = try await tokens.token()
              return nil
            } catch {
              return error
            }
          }
        }
        try? await eventually("one asks") { try peer.requests().count == 1 }
        group.cancelAll()
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(errors == Array(repeating: .cancelled, count: 3))
    }
  }

  @Test
  func `a server whose authority is unknown is not asked again, and one whose authority is known is trusted`()
    async throws
  {
    let files = try await CertificateFiles()
    let peer = try await TokenPeer.https(files)
    var endpoint = peer.endpoint("token")
    let error = try await failure(endpoint)
    guard case .unavailable(let reason, let advice) = error else {
      Issue.record("\(error?.description ?? "no error")")
      return
    }
    #expect(reason.hasPrefix("the token endpoint \(peer.address)/token gave no answer: "), "\(reason)")
    #expect(advice == "Name the authority that signed the server's certificate as the CA file.")
    endpoint.tls.authorityFile = files.authority
    #expect(try await failure(endpoint) == nil)
  }

  @Test(arguments: [
    ("https://id.example/token", "https://id.example/token"),
    ("https://user:pass@id.example:8443/a/b?key=secret#x", "https://id.example:8443/a/b"),
    ("id.example", "id.example"),
  ])
  func `an endpoint is named without its secrets`(url: String, shown: String) {
    let endpoint = TokenEndpoint(url: url, clientID: "a", clientSecret: "b")
    #expect("\(endpoint)" == "the token endpoint \(shown)")
  }
}
