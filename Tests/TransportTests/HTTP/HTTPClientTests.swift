import Model
import TestSupport
import Testing
import Transport

@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct HTTPClientTests {
  @Test func `a response has its status, its fields and its body`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let response = try await client.send(peer.get("hello"))
      #expect(response.status == 200)
      #expect(response.fields["x-NAME"] == "one")
      #expect(response.fields["Empty"] == "")
      #expect(response.fields["Absent"] == nil)
      #expect(response.certificateExpiry == nil)
      #expect(try await response.body.collect(upTo: 100) == Array("hello\n".utf8))
    }
  }

  @Test(arguments: [204, 302, 404, 500])
  func `any status is a response`(status: Int) async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let response = try await client.send(peer.get("status/\(status)"))
      #expect(response.status == status)
    }
  }

  @Test(arguments: [HTTPMethod.get, .post, .put, .delete])
  func `method, fields and body arrive, and nothing else that libcurl likes to add`(
    method: HTTPMethod
  ) async throws {
    let peer = try await Peer.http()
    let body = method == .get || method == .delete ? nil : ByteBlock(Array("some words".utf8))
    try await withClient { client in
      let request = HTTPRequest(
        method, peer.url("echo?a=b"), fields: ["X-One": "1", "X-Empty": ""], body: body)
      let response = try await client.send(request)
      let echo = String(decoding: try await response.body.collect(upTo: 10_000), as: UTF8.self)
      let lines = echo.split(separator: "\r\n").map(String.init)
      #expect(lines.first == "\(method.rawValue) /echo?a=b HTTP/1.1")
      #expect(lines.contains("X-One: 1"))
      #expect(lines.contains("X-Empty:"))
      #expect(lines.contains("User-Agent: brokerwatch-tests"))
      #expect(!echo.contains("Expect"))
      #expect(!echo.contains("Content-Type"))
      #expect(echo.hasSuffix(body == nil ? "\r\n\r\n" : "\r\n\r\nsome words"))
    }
  }

  @Test func `a HEAD request has a response without a body`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let response = try await client.send(HTTPRequest(.head, peer.url("hello")))
      #expect(response.status == 200)
      #expect(try await response.body.collect(upTo: 0).isEmpty)
    }
  }

  @Test func `a body of megabytes goes up in one piece`() async throws {
    let peer = try await Peer.http()
    let body = Pattern.bytes(3_000_000)
    try await withClient { client in
      let request = HTTPRequest(.post, peer.url("echo"), body: ByteBlock(body))
      let echo = try await client.send(request).body.collect(upTo: 4_000_000)
      #expect(Pattern.matches(echo.suffix(body.count)))
    }
  }

  @Test func `two requests in turn use one connection`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      for _ in 0..<2 {
        _ = try await client.send(peer.get("hello")).body.collect(upTo: 100)
      }
      try await eventually("the peer tells of two requests") { peer.countLines("request") == 2 }
      #expect(peer.countLines("accept") == 1)
    }
  }

  @Test func `a request may ask for a connection of its own`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      var request = peer.get("hello")
      request.reusesConnection = false
      for _ in 0..<2 {
        _ = try await client.send(request).body.collect(upTo: 100)
      }
      try await eventually("the peer tells of two connections") { peer.countLines("accept") == 2 }
      _ = try await peer.tells("eof 2")
    }
  }

  @Test func `no redirect is followed unless it is asked for`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      var request = peer.get("redirect/2")
      let first = try await client.send(request)
      #expect(first.status == 302)
      #expect(first.fields["Location"] == "/redirect/1")
      request.maximumRedirects = 2
      let last = try await client.send(request)
      #expect(last.status == 200)
      #expect(try await last.body.collect(upTo: 100) == Array("hello\n".utf8))
      request.maximumRedirects = 1
      let error = await failure { () throws(TransportError) in _ = try await client.send(request) }
      expect(.tooManyRedirects, error)
    }
  }

  @Test func `an interim response is passed over`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let response = try await client.send(peer.get("interim"))
      #expect(response.status == 200)
      #expect(response.fields["Link"] == nil)
      #expect(try await response.body.collect(upTo: 100) == Array("final".utf8))
    }
  }

  @Test func `many requests at once each get their own answer`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for size in 0..<40 {
          let request = peer.get("big/\(size * 1000)")
          group.addTask { try await client.send(request).body.collect(upTo: 100_000).count == size * 1000 }
        }
        for try await isRight in group { #expect(isRight) }
      }
    }
  }

  @Test func `a unix socket is as good as a port`() async throws {
    let directory = try TemporaryDirectory()
    let peer = try await Peer.http("--unix", directory.file("http.sock"))
    try await withClient { client in
      var request = HTTPRequest(.get, "http://docker/hello")
      request.route = .unixSocket(path: directory.file("http.sock"))
      let body = try await client.send(request).body.collect(upTo: 100)
      #expect(body == Array("hello\n".utf8))
      _ = try await peer.tells("request 1 GET /hello")
    }
  }
}
