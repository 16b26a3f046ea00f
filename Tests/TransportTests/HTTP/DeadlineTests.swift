import Model
import Systemd
import TestSupport
import Testing
import Transport

/// The clock stands still until a deadline is to pass, so none of these depends on how fast the machine is.
@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct DeadlineTests {
  private let time = ManualTime()
  private let deadlines = Deadlines(
    connect: .seconds(5), firstByte: .seconds(10), idle: .seconds(30), total: .seconds(300))

  /// Sends the request, lets the time pass once `reached` returns, and gives back the error.
  private func error(
    of request: HTTPRequest, after limit: Duration, reached: (EventLoop) async throws -> Void
  ) async throws -> TransportError? {
    try await withLoop(time: time) { loop in
      let client = try HTTPClient(on: loop, userAgent: "brokerwatch-tests")
      async let error = failure { () throws(TransportError) in _ = try await client.send(request) }
      try await reached(loop)
      time.advance(by: limit)
      return await error
    }
  }

  @Test func `a TLS handshake that does not end is given up after the time to connect`() async throws {
    let peer = try await Peer.http("--never-accept")
    var request = HTTPRequest(.get, peer.tlsURL("hello", host: "127.0.0.1"))
    request.deadlines = deadlines
    let error = try await error(of: request, after: .seconds(5)) { loop in
      try await eventually("the connection is being made") { loop.pendingTimers > 1 }
    }
    expect(.timeout(.connect), error)
    // On a machine that is busy for as long, libcurl's own clock may come first, with words of its own.
    let description = error?.description ?? ""
    #expect(description.hasPrefix("GET /hello at https://127.0.0.1:\(peer.port) failed: "))
    #expect(
      description.hasSuffix(
        ". Check the address and the firewalls on the way, or allow more time to connect."))
  }

  @Test func `a request without an answer is given up after the time to the first byte`() async throws {
    let peer = try await Peer.http()
    var request = peer.get("stall-before-head")
    request.deadlines = deadlines
    let error = try await error(of: request, after: .seconds(10)) { _ in _ = try await peer.tells("request 1")
    }
    expect(.timeout(.firstByte), error)
    _ = try await peer.tells("eof 1")
  }

  @Test func `a body that stops coming is given up after the idle time`() async throws {
    let peer = try await Peer.http()
    try await withClient(time: time) { client in
      var request = peer.get("stall-in-body")
      request.deadlines = deadlines
      let response = try await client.send(request)
      var iterator = response.body.makeAsyncIterator()
      #expect(try await iterator.next() == Array("some".utf8))
      time.advance(by: .seconds(29))
      time.advance(by: .seconds(1))
      let error = await failure { () throws(TransportError) in _ = try await iterator.next() }
      expect(.timeout(.idle), error)
      _ = try await peer.tells("eof 1")
    }
  }

  @Test func `a head that stops coming is given up after the idle time`() async throws {
    let peer = try await Peer.http()
    var request = peer.get("stall-in-head")
    request.deadlines = Deadlines(connect: nil, firstByte: nil, idle: .seconds(30), total: nil)
    let error = try await error(of: request, after: .zero) { _ in
      try await eventually("the client closes the connection") {
        time.advance(by: .seconds(30))
        return peer.countLines("eof 1") == 1
      }
    }
    expect(.timeout(.idle), error)
  }

  @Test func `a body that keeps coming is given up after the total time`() async throws {
    let peer = try await Peer.http()
    try await withClient(time: time) { client in
      var request = peer.get("drip/1000000")
      request.deadlines = deadlines
      request.deadlines.idle = nil
      let response = try await client.send(request)
      time.advance(by: .seconds(300))
      let error = await failure { () throws(TransportError) in for try await _ in response.body {} }
      expect(.timeout(.total), error)
      _ = try await peer.tells("gone 1")
    }
  }

  @Test func `the idle time does not run while nobody takes the body`() async throws {
    let peer = try await Peer.http()
    try await withClient(time: time) { client in
      var request = peer.get("endless")
      request.deadlines = deadlines
      request.deadlines.total = nil
      let response = try await client.send(request)
      _ = try await peer.tells("blocked 1 ")
      time.advance(by: .seconds(3600))
      var received = 0
      var iterator = response.body.makeAsyncIterator()
      while received < 20_000_000, let chunk = try await iterator.next() { received += chunk.count }
      #expect(received >= 20_000_000)
    }
  }
}
