import Exporter
import Model
import Systemd

/// Serves these routes on a free port of the loopback interface while `body` runs, and then stops cleanly.
func withServer<Value: Sendable>(
  _ routes: [Route], webConfiguration: String? = nil, limits: ServerLimits = ServerLimits(),
  time: any TimeSource = SystemTime(), logger: Logger = Logger { _, _, _ in },
  _ body: @escaping @Sendable (HTTPServer, UInt16) async throws -> Value
) async throws -> Value {
  let loop = try EventLoop(name: "test", time: time)
  defer { loop.stop() }
  let address = ListenAddress(host: "127.0.0.1", port: 0)
  let server = try HTTPServer(
    listening: [.address(address)], routes: routes, webConfiguration: webConfiguration, limits: limits,
    loop: loop,
    time: time, logger: logger)
  let port = server.ports.first.flatMap(\.self) ?? 0
  return try await withThrowingTaskGroup(of: Void.self) { group in
    try await server.start()
    group.addTask { await server.run() }
    do {
      let value = try await body(server, port)
      group.cancelAll()
      try await group.waitForAll()
      return value
    } catch {
      group.cancelAll()
      throw error
    }
  }
}
