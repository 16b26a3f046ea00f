import Exporter
import Glibc
import Model
import Synchronization
import TestSupport
import Testing

/// What a hostile or broken client may do: the server stays up, forgets it, and serves honest ones meanwhile.
@Suite(.serialized)
struct ServerAbuseTests {
  private static let page = ByteBlock(Array(repeating: UInt8(ascii: "x"), count: 8_000_000))
  let routes = [
    Route("/metrics", limit: 40) { _ in .now(HTTPServerReply(status: 200, body: [page])) },
    Route("/-/healthy") { _ in .now(HTTPServerReply(status: 200, text: "healthy\n")) },
  ]

  func expectHonestAnswer(_ port: UInt16, sourceLocation: SourceLocation = #_sourceLocation)
    async throws
  {
    let client = try RawClient(port: port)
    try client.send("GET /-/healthy HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    let response = try await client.receiveToEnd()
    #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"), sourceLocation: sourceLocation)
  }

  @Test func `500 idle connections keep nobody out, and are gone after ten seconds`() async throws {
    let time = ManualTime()
    try await withServer(routes, time: time) { server, port in
      let idle = try (0..<500).map { _ in try RawClient(port: port) }
      try await eventually("they are open") { server.statistics.openConnections == 500 }
      try await expectHonestAnswer(port)
      try await eventually("they are closed") {
        time.advance(by: .seconds(1))
        return server.statistics.openConnections == 0
      }
      #expect(server.statistics.closedConnections == ["headers_too_slow": 500])
      withExtendedLifetime(idle) {}
    }
  }

  @Test func `beyond the limit of connections the oldest idle one makes room`() async throws {
    var limits = ServerLimits()
    limits.connections = 50
    try await withServer(routes, limits: limits) { server, port in
      let idle = try (0..<200).map { _ in try RawClient(port: port) }
      try await expectHonestAnswer(port)
      #expect(server.statistics.closedConnections["crowded", default: 0] >= 150)
      withExtendedLifetime(idle) {}
    }
  }

  @Test func `a slow loris is closed ten seconds after it came`() async throws {
    let time = ManualTime()
    try await withServer(routes, time: time) { server, port in
      let loris = try RawClient(port: port)
      try loris.send("GET /metrics HTTP/1.1\r\nX: ")
      for second in 1...10 {
        try await eventually("the server has seen it") { server.statistics.openConnections == 1 }
        try loris.send("\(second % 10)")
        #expect(server.statistics.closedConnections.isEmpty)
        time.advance(by: .seconds(1))
      }
      try await eventually("it is closed") {
        time.advance(by: .seconds(1))
        return server.statistics.openConnections == 0
      }
      #expect(try await loris.receiveToEnd() == "")
      #expect(server.statistics.closedConnections == ["headers_too_slow": 1])
    }
  }

  @Test func `a megabyte of headers is refused without being kept`() async throws {
    try await withServer(routes) { _, port in
      let client = try RawClient(port: port)
      let sent: Void? = try? client.send(
        "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 1_000_000))
      let response = try await client.receiveToEnd()
      #expect(response.hasPrefix("HTTP/1.1 431 ") || (response.isEmpty && sent == nil))
      try await expectHonestAnswer(port)
    }
  }

  @Test func `a long target is refused`() async throws {
    try await withServer(routes) { _, port in
      let client = try RawClient(port: port)
      try client.send("GET /" + String(repeating: "x", count: 31_000))
      try client.send(String(repeating: "x", count: 31_000))
      let response = try await client.receiveToEnd()
      #expect(response.hasPrefix("HTTP/1.1 414 ") || response.isEmpty)
      try await expectHonestAnswer(port)
    }
  }

  @Test func `a thousand requests sent at once are answered in order`() async throws {
    try await withServer(routes) { server, port in
      let client = try RawClient(port: port)
      let request = "GET /-/healthy HTTP/1.1\r\nHost: a\r\n\r\n"
      let last = "GET /-/healthy HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      try client.send(String(repeating: request, count: 999) + last)
      let response = try await client.receiveToEnd()
      #expect(response.split(separator: "HTTP/1.1 200 OK").count == 1_000)
    }
  }

  @Test func `a client that closes its half after asking gets its answer`() async throws {
    try await withServer(routes) { _, port in
      let client = try RawClient(port: port)
      try client.send("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      client.finishSending()
      #expect(try await client.receiveToEnd().utf8.count > 8_000_000)
    }
  }

  @Test func `200 scrapes at once are answered or told to come back`() async throws {
    try await withServer(routes) { server, port in
      let clients = try (0..<200).map { _ in try RawClient(port: port) }
      for client in clients {
        try client.send("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      }
      try await expectHonestAnswer(port)
      var codes: [String: Int] = [:]
      for client in clients {
        let response = try await client.receiveToEnd()
        codes[String(response.prefix(12)), default: 0] += 1
        if response.hasPrefix("HTTP/1.1 503") {
          #expect(response.contains("Retry-After: 1\r\n"))
          #expect(response.hasSuffix("try again in a moment.\n"))
        }
      }
      #expect(codes["HTTP/1.1 200", default: 0] >= 40)
      #expect(codes["HTTP/1.1 200", default: 0] + codes["HTTP/1.1 503", default: 0] == 200)
    }
  }

  @Test func `readers that do not read lose their place to honest scrapes`() async throws {
    let time = ManualTime()
    try await withServer(routes, time: time) { server, port in
      let slow = try (0..<40).map { _ in try RawClient(port: port, receiveBuffer: 4_096) }
      for client in slow { try client.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n") }
      let refused = try await scrape(port)
      #expect(refused.hasPrefix("HTTP/1.1 503 "))
      time.advance(by: .seconds(11))
      let served = try await scrape(port)
      #expect(served.hasPrefix("HTTP/1.1 200 "))
      #expect(server.statistics.closedConnections["reading_too_slow"] == 1)
      try await eventually("all slow readers are gone") {
        time.advance(by: .seconds(1))
        return server.statistics.openConnections == 0
      }
      withExtendedLifetime(slow) {}
    }
  }

  private func scrape(_ port: UInt16) async throws -> String {
    let client = try RawClient(port: port)
    try client.send("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    return try await client.receiveToEnd()
  }

  @Test(arguments: [
    "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{fc}\u{3}\u{3}", "\0\0\0\0\r\n\r\n", "GET\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "GET / HTTP/1.1\r\n: x\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  ])
  func `garbage is answered with a refusal or not at all`(garbage: String) async throws {
    try await withServer(routes) { _, port in
      let client = try RawClient(port: port)
      try client.send(garbage)
      client.finishSending()
      try await expectHonestAnswer(port)
    }
  }

  /// In a process of its own, so that nobody else's descriptors are counted.
  @Test func `clients that vanish leave no descriptor behind`() async {
    await #expect(processExitsWith: .success) {
      let tests = ServerAbuseTests()
      let time = ManualTime()
      try await withServer(tests.routes, time: time) { server, port in
        // What opens descriptors once, such as the first wait for a timer, has happened after the first visits.
        var before = 0
        for visits in [20, 200] {
          before = openDescriptors()
          for round in 0..<visits {
            let client = try RawClient(port: port)
            try client.send(round % 3 == 0 ? "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n" : "GET /-/hea")
          }
          // MHD overlooks an end that comes together with the last bytes; the deadlines do not.
          try await eventually("they are gone") {
            time.advance(by: .seconds(1))
            return server.statistics.openConnections == 0
          }
        }
        try await eventually("all descriptors are closed") { openDescriptors() <= before }
      }
    }
  }

  @Test func `stopping lets a response finish and refuses new connections`() async throws {
    let began = Atomic(false)
    let endless = AsyncStream.makeStream(of: Never.self)
    let route = Route("/slow") { _ in
      .later {
        began.store(true, ordering: .releasing)
        // Ends when the task is cancelled.
        for await _ in endless.stream {}
        return HTTPServerReply(status: 200, text: "finished\n")
      }
    }
    let (client, port) = try await withServer([route]) { _, port in
      let client = try RawClient(port: port)
      try client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
      try await eventually("it is under way") { began.load(ordering: .acquiring) }
      return (client, port)
    }
    #expect(throws: RawClient.Failure.self) { try RawClient(port: port) }
    let response = try await client.receiveToEnd()
    #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(response.contains("Connection: close\r\n"))
    #expect(response.hasSuffix("finished\n"))
    withExtendedLifetime(endless.continuation) {}
  }

  @Test func `stopping waits no longer than the drain time for work that goes on`() async throws {
    var limits = ServerLimits()
    limits.drainTime = .milliseconds(20)
    let gate = Gate()
    let clients = AsyncStream.makeStream(of: RawClient.self)
    let route = Route("/stuck") { _ in
      .later {
        await gate.pass()
        return HTTPServerReply(status: 200, text: "too late\n")
      }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await client in clients.stream {
          let response = try await client.receiveToEnd()
          #expect(!response.contains("too late"))
          gate.open()
        }
      }
      try await withServer([route], limits: limits) { _, port in
        let client = try RawClient(port: port)
        try client.send("GET /stuck HTTP/1.1\r\nHost: a\r\n\r\n")
        try await eventually("it is under way") { gate.isWaitedFor }
        clients.continuation.yield(client)
        clients.continuation.finish()
      }
      try await group.waitForAll()
    }
  }
}
