import Glibc
import TestSupport
import Testing
import Transport

@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct HTTPFailureTests {
  private func error(of request: HTTPRequest) async throws -> TransportError? {
    try await withClient { client in
      await failure { () throws(TransportError) in
        _ = try await client.send(request).body.collect(upTo: 1_000_000)
      }
    }
  }

  @Test func `a port where nobody listens says what failed, where, why and what to try`() async throws {
    let unused = try UnusedPort()
    defer { withExtendedLifetime(unused) {} }
    let port = unused.number
    let error = try await error(of: HTTPRequest(.get, "http://127.0.0.1:\(port)/metrics?token=secret"))
    expect(.refused, error)
    let text = try #require(error?.description)
    #expect(
      text.hasPrefix("GET /metrics at http://127.0.0.1:\(port) failed: Failed to connect to 127.0.0.1 port"))
    #expect(text.hasSuffix("Check that the server runs and listens on this address and port."))
    #expect(!text.contains("secret"))
  }

  @Test func `a name that does not exist is told apart`() async throws {
    let error = try await error(of: HTTPRequest(.get, "http://no-such-host.invalid/"))
    expect(.nameNotFound, error)
  }

  @Test func `user names and passwords of a URL are in no error`() async throws {
    let unused = try UnusedPort()
    defer { withExtendedLifetime(unused) {} }
    let port = unused.number
    let error = try await error(of: HTTPRequest(.get, "http://user:hunter2@127.0.0.1:\(port)/"))
    #expect(error?.address == "http://127.0.0.1:\(port)")
    #expect(error?.description.contains("hunter2") == false)
  }

  @Test(arguments: [
    "ftp://localhost/", "file:///etc/passwd", "http://", "http://ho st/", "no url at all", "",
  ])
  func `what is no URL of HTTP is refused before anything is sent`(url: String) async throws {
    try await expect(.invalidRequest, error(of: HTTPRequest(.get, url)))
  }

  @Test(arguments: [("X-One", "1\r\nX-Two: 2"), ("X-One", "a\0b"), ("X One", "1"), ("", "1"), ("X:Y", "1")])
  func `a header field that would be more than one is refused`(name: String, value: String) async throws {
    var fields = HTTPFields()
    fields.append(name, value)
    let error = try await error(of: HTTPRequest(.get, "http://127.0.0.1:1/", fields: fields))
    expect(.invalidRequest, error)
  }

  @Test(arguments: ["many-headers/70", "long-header/70000", "long-header/300000"])
  func `a head over its limit is refused`(path: String) async throws {
    let peer = try await Peer.http()
    try await expect(.headersTooLarge, error(of: peer.get(path)))
  }

  @Test func `a head within its limit is taken`() async throws {
    let peer = try await Peer.http()
    #expect(try await error(of: peer.get("many-headers/60")) == nil)
  }

  @Test func `a server that closes at once is told apart`() async throws {
    let peer = try await Peer.http()
    try await expect(.closed, error(of: peer.get("close-at-once")))
  }

  @Test func `a server that speaks something else is told apart`() async throws {
    let peer = try await Peer.http()
    try await expect(.malformedResponse, error(of: peer.get("garbage")))
  }

  @Test func `a unix socket that is not there is told apart`() async throws {
    var request = HTTPRequest(.get, "http://docker/version")
    request.route = .unixSocket(path: "/nowhere/docker.sock")
    let error = try await error(of: request)
    expect(.socketMissing, error)
    #expect(error?.address == "unix:/nowhere/docker.sock")
  }

  @Test func `a proxy of the environment is not used`() async throws {
    let peer = try await Peer.http()
    await #expect(processExitsWith: .success) { [port = peer.port as UInt16] in
      unsafe setenv("http_proxy", "http://127.0.0.1:1", 1)
      unsafe setenv("ALL_PROXY", "http://127.0.0.1:1", 1)
      try await withClient { client in
        let response = try await client.send(HTTPRequest(.get, "http://127.0.0.1:\(port)/hello"))
        #expect(response.status == 200)
      }
    }
  }
}
