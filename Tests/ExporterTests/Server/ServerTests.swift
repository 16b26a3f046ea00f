import Exporter
import Model
import Testing

@Suite
struct ServerTests {
  private let routes = [
    Route("/now") { _ in .now(HTTPServerReply(status: 200, text: "now\n")) },
    Route("/later") { _ in
      .later {
        await Task.yield()
        return HTTPServerReply(status: 200, text: "later\n")
      }
    },
    Route("/change", methods: ["POST", "PUT"]) { _ in .now(HTTPServerReply(status: 200, text: "changed\n")) },
  ]

  private func ask(_ request: String) async throws -> String {
    try await withServer(routes) { _, port in
      let client = try RawClient(port: port)
      try client.send(request)
      client.finishSending()
      return try await client.receiveToEnd()
    }
  }

  @Test func `a route answers at once`() async throws {
    let response = try await ask("GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(response.hasSuffix("\r\n\r\nnow\n"))
  }

  @Test func `a route answers later from a task`() async throws {
    let response = try await ask("GET /later HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(response.hasSuffix("\r\n\r\nlater\n"))
  }

  @Test func `HEAD has the headers of GET and no body`() async throws {
    let response = try await ask("HEAD /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(response.contains("Content-Length: 4\r\n"))
    #expect(response.hasSuffix("\r\n\r\n"))
  }

  @Test func `an unknown path is 404 with a sentence`() async throws {
    let response = try await ask("GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(response.hasPrefix("HTTP/1.1 404 "))
    #expect(response.hasSuffix("There is nothing at this path; the page at / lists what there is.\n"))
  }

  @Test(arguments: ["DELETE", "POST", "OPTIONS", "BREW"])
  func `a method that a route does not know is 405 and names those it knows`(method: String) async throws {
    let response = try await ask("\(method) /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(response.hasPrefix("HTTP/1.1 405 "))
    #expect(response.contains("Allow: GET, HEAD\r\n"))
    #expect(response.hasSuffix("/now answers only GET, HEAD.\n"))
  }

  @Test func `two requests on one connection are two answers`() async throws {
    let response = try await ask(
      "GET /now HTTP/1.1\r\nHost: a\r\n\r\nGET /later HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(response.split(separator: "HTTP/1.1 200 OK").count == 2)
  }

  @Test func `a small body is thrown away`() async throws {
    let response = try await ask(
      "POST /change HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello")
    #expect(response.hasSuffix("\r\n\r\nchanged\n"))
  }

  @Test func `a large body is refused before it is sent`() async throws {
    let response = try await ask("POST /change HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n")
    #expect(response.hasPrefix("HTTP/1.1 413 "))
  }

  @Test func `a body of unknown length is refused`() async throws {
    let response = try await ask(
      "POST /change HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello")
    #expect(response.hasPrefix("HTTP/1.1 411 "))
  }

  @Test func `requests are counted by handler and code`() async throws {
    let statistics = try await withServer(routes) { server, port in
      for path in ["/now", "/now", "/later", "/x"] {
        let client = try RawClient(port: port)
        try client.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        _ = try await client.receiveToEnd()
      }
      return server.statistics
    }
    #expect(statistics.requests[.init(handler: "/now", code: 200)] == 2)
    #expect(statistics.requests[.init(handler: "/later", code: 200)] == 1)
    #expect(statistics.requests[.init(handler: "unmatched", code: 404)] == 1)
    #expect(statistics.durations["/now"]?.count == 2)
  }

  @Test func `a body in blocks arrives whole and in order`() async throws {
    let blocks = (0..<50).map {
      ByteBlock(Array(repeating: UInt8(ascii: "a") + UInt8($0 % 26), count: 70_000))
    }
    let route = Route("/blocks") { _ in .now(HTTPServerReply(status: 200, body: blocks)) }
    let response = try await withServer([route]) { _, port in
      let client = try RawClient(port: port)
      try client.send("GET /blocks HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      return try await client.receiveToEnd()
    }
    let expected = blocks.map { unsafe String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(response.hasSuffix("\r\n\r\n" + expected))
  }
}
