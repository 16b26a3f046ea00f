import Model
import TestSupport
import Testing
import Transport

@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct HTTPBodyTests {
  @Test func `a chunked body comes without its framing and its trailers`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let body = try await client.send(peer.get("chunked")).body
      #expect(try await body.collect(upTo: 100) == Array("one two three".utf8))
    }
  }

  @Test func `a body that ends with the connection is whole`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let body = try await client.send(peer.get("until-close")).body
      #expect(try await body.collect(upTo: 100) == Array("until the end".utf8))
    }
  }

  @Test func `a body of 20 MB comes in order and whole`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let bytes = try await client.send(peer.get("big/20000000")).body.collect(upTo: 20_000_000)
      #expect(bytes.count == 20_000_000)
      #expect(Pattern.matches(bytes))
    }
  }

  @Test func `the first piece can be read while the rest has not been sent`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let response = try await client.send(peer.get("stall-in-body"))
      var iterator = response.body.makeAsyncIterator()
      #expect(try await iterator.next() == Array("some".utf8))
    }
  }

  @Test func `while nobody reads, the peer cannot go on sending, and then it can`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let response = try await client.send(peer.get("endless"))
      let sent = Int(try await peer.tells("blocked 1 ")) ?? .max
      // What the two kernels' buffers hold at most, and our own.
      #expect(sent < 16_000_000)
      var received = 0
      var iterator = response.body.makeAsyncIterator()
      while received < 2 * sent, let chunk = try await iterator.next() { received += chunk.count }
      #expect(received >= 2 * sent)
    }
  }

  @Test func `a body over its limit is refused, and the connection closed`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      var request = peer.get("endless")
      request.maximumBodyBytes = 100_000
      let response = try await client.send(request)
      var received = 0
      let error = await failure { () throws(TransportError) in
        var iterator = response.body.makeAsyncIterator()
        while let chunk = try await iterator.next() { received += chunk.count }
      }
      expect(.bodyTooLarge, error)
      #expect(received <= 100_000)
      _ = try await peer.tells("gone 1")
    }
  }

  @Test func `collecting more than was allowed is refused, and the connection closed`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let error = await failure { () throws(TransportError) in
        let response = try await client.send(peer.get("endless"))
        _ = try await response.body.collect(upTo: 50_000)
      }
      expect(.bodyTooLarge, error)
      _ = try await peer.tells("gone 1")
    }
  }

  @Test(arguments: ["close-in-body", "reset-in-body"])
  func `a body that breaks off gives what came, and an error`(path: String) async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let response = try await client.send(peer.get(path))
      let error = await failure { () throws(TransportError) in _ = try await response.body.collect(upTo: 100)
      }
      expect(.closed, error)
      #expect(error?.attempt == "GET /\(path)")
    }
  }

  @Test func `bytes beyond the announced length are not part of the body`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let body = try await client.send(peer.get("too-long")).body
      #expect(try await body.collect(upTo: 100) == Array("four".utf8))
    }
  }

  @Test func `a broken chunk is an error`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let error = await failure { () throws(TransportError) in
        _ = try await client.send(peer.get("bad-chunk")).body.collect(upTo: 100)
      }
      expect(.malformedResponse, error)
    }
  }

  @Test func `letting go of an unread response closes its connection`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      _ = try await client.send(peer.get("stall-in-body"))
      _ = try await peer.tells("eof 1")
    }
  }

  @Test func `leaving the loop over a body closes its connection, though the response is kept`() async throws
  {
    let peer = try await Peer.http()
    try await withClient { client in
      let response = try await client.send(peer.get("stall-in-body"))
      for try await _ in response.body { break }
      _ = try await peer.tells("eof 1")
      let error = await failure { () throws(TransportError) in _ = try await response.body.collect(upTo: 100)
      }
      expect(.cancelled, error)
    }
  }

  @Test func `what was received whole can be read after its connection went to another request`() async throws
  {
    let peer = try await Peer.http()
    try await withClient { client in
      let first = try await client.send(peer.get("hello"))
      _ = try await client.send(peer.get("hello")).body.collect(upTo: 100)
      #expect(try await first.body.collect(upTo: 100) == Array("hello\n".utf8))
    }
  }
}
