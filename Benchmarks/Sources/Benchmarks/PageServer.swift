import Exporter
import Glibc
import Model
import Systemd

/// Serves a page of many series that stands still, for `daemon.py` to measure from outside.
enum PageServer {
  /// Prints the page's URL and serves it until the process is ended.
  static func run() async throws {
    let world = ManySeries(kind: .gauges)
    world.change(1)
    let time = SystemTime()
    let cache = ExpositionCache(catalog: try Catalog.brokerwatch(), store: world.store, time: time)
    let loop = try EventLoop(name: "watch")
    let server = try HTTPServer(
      listening: [.address(ListenAddress(host: "127.0.0.1", port: 0))], routes: [.metrics(cache)], loop: loop,
      time: time)
    for case let port? in server.ports { print("http://127.0.0.1:\(port)/metrics") }
    // Who reads the URL reads it through a pipe, where standard output keeps lines back.
    fflush(nil)
    try await server.start()
    await server.run()
  }
}
