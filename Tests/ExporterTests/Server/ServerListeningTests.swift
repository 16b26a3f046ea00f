import Glibc
import Systemd
import TestSupport
import Testing

@testable import Exporter

@Suite
struct ServerListeningTests {
  private let routes = [Route("/now") { _ in .now(HTTPServerReply(status: 200, text: "now\n")) }]

  /// Asks over each URL, `PORT` replaced, while the server listens there.
  private func answers(_ listening: HTTPServer.Listening, _ urls: String...) async throws -> [String] {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let server = try HTTPServer(listening: [listening], routes: routes, loop: loop)
    let port = server.ports.first.flatMap(\.self).map(String.init) ?? ""
    return try await withThrowingTaskGroup(of: Void.self) { group in
      try await server.start()
      group.addTask { await server.run() }
      var answers: [String] = []
      for url in urls {
        let address = url.split(separator: "PORT", omittingEmptySubsequences: false).joined(separator: port)
        answers.append(try await Command("curl", "-sS", "--max-time", "60", "-g", address).output)
      }
      group.cancelAll()
      try await group.waitForAll()
      return answers
    }
  }

  @Test func `a port without a host is open for IPv4 and IPv6`() async throws {
    let answers = try await answers(
      .address(ListenAddress(":0")), "http://127.0.0.1:PORT/now", "http://[::1]:PORT/now")
    #expect(answers == ["now\n", "now\n"])
  }

  @Test func `a socket that somebody hands over is served, and goes on listening when the server ends`()
    async throws
  {
    let theirs = try ListenSocket(ListenAddress("127.0.0.1:0"))
    let descriptor = try #require(theirs.duplicate())
    #expect(try await answers(.socket(descriptor), "http://127.0.0.1:PORT/now") == ["now\n"])
    let waiting = try RawClient(port: try #require(theirs.port))
    #expect(waiting.descriptor >= 0)
  }

  @Test func `a port that is taken is an error that names it`() async throws {
    let taken = try ListenSocket(ListenAddress("127.0.0.1:0"))
    let port = try #require(taken.port)
    let error = #expect(throws: ServerError.self) { try ListenSocket(ListenAddress("127.0.0.1:\(port)")) }
    #expect(
      error?.description == "The HTTP server cannot listen on 127.0.0.1:\(port): Address already in use.")
  }

  @Test func `a host that nobody knows is an error that says so`() throws {
    #expect(throws: ServerError.self) { try ListenSocket(ListenAddress("no-such-host.invalid:0")) }
  }

  @Test func `connections leave half of the descriptors to everybody else`() {
    #expect(ServerLimits.forDescriptorLimit(1_024).connections == 512)
    #expect(ServerLimits.forDescriptorLimit(1_000_000).connections == 1_024)
  }
}
