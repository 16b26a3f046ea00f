import Exporter
import Model
import TestSupport
import Testing

@Suite
struct ServerRoutesTests {
  private func answer(_ route: Route, _ request: HTTPServerRequest) async -> HTTPServerReply {
    switch route.respond(request) {
    case .now(let reply): reply
    case .later(let work): await work()
    }
  }

  private func request(
    _ peer: PeerAddress, authenticated: Bool = false, _ headers: HTTPServerRequest.Header...
  ) -> HTTPServerRequest {
    HTTPServerRequest(
      method: "POST", path: "/-/reload", headers: headers, peer: peer, isAuthenticated: authenticated)
  }

  @Test func `a reload is for this host and for those who proved who they are`() async {
    let route = Route.reload { .applied }
    #expect(await answer(route, request(.ipv4([127, 0, 0, 1]))).status == 200)
    #expect(await answer(route, request(.ipv4([10, 0, 0, 1]))).status == 403)
    #expect(await answer(route, request(.ipv4([10, 0, 0, 1]), authenticated: true)).status == 200)
  }

  @Test func `a reload that another site's page asks for is refused`() async {
    let route = Route.reload { .applied }
    #expect(await answer(route, request(.local, .init("Sec-Fetch-Site", "cross-site"))).status == 403)
    #expect(await answer(route, request(.local, .init("Sec-Fetch-Site", "same-origin"))).status == 200)
  }

  @Test func `a rejected reload says why`() async {
    let reply = await answer(.reload { .rejected("line 3 is wrong") }, request(.local))
    #expect(reply.status == 500)
    #expect(reply.body.map { unsafe String(decoding: $0.bytes, as: UTF8.self) } == ["line 3 is wrong\n"])
  }

  @Test func `readiness is the watcher's own`() async throws {
    try await withServer(Route.watcherHealth { false }) { _, port in
      var codes: [String] = []
      for path in ["/-/healthy", "/-/ready", "/health/live"] {
        let client = try RawClient(port: port)
        try client.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        codes.append(String(try await client.receiveToEnd().dropFirst(9).prefix(3)))
      }
      #expect(codes == ["200", "503", "200"])
    }
  }

  @Test func `the metrics page comes plain or compressed, and 406 when neither is wanted`() async throws {
    let time = SystemTime()
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: WorldStore(time: time), time: time)
    try await withServer([.metrics(cache)]) { _, port in
      let url = "http://127.0.0.1:\(port)/metrics"
      let plain = try await Command("curl", "-sSi", url)
      #expect(plain.output.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
      #expect(plain.output.contains("Vary: Accept, Accept-Encoding\r\n"))
      let gzip = try await Command("curl", "-sSi", "--compressed", url)
      #expect(gzip.output.contains("Content-Encoding: gzip\r\n"))
      let neither = try await Command("curl", "-sSi", "-H", "Accept-Encoding: identity;q=0, *;q=0", url)
      #expect(neither.output.hasPrefix("HTTP/1.1 406 "))
    }
  }
}
