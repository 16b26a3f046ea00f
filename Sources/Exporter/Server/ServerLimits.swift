/// What the server puts up with. Nobody needs to set any of these.
package struct ServerLimits: Sendable, Hashable {
  package var connections = 1_024
  /// From the connection (a TLS handshake included) or the request line to the end of the headers.
  package var headerTime: Duration = .seconds(10)
  /// A connection kept alive without a request; longer than the usual scrape interval of one minute.
  package var idleTime: Duration = .seconds(75)
  package var sendingTime: Duration = .seconds(60)
  /// Who reads a response for longer than this gives way to others when a route's limit is reached: Prometheus
  /// waits no more than ten seconds either.
  package var readingGrace: Duration = .seconds(10)
  /// For the request line and the headers of one connection; MHD keeps them in one pool with the reply's headers.
  package var headerBytes = 32 * 1_024
  package var bodyBytes = 64 * 1_024
  /// How long responses that are under way may take once the server is told to stop.
  package var drainTime: Duration = .milliseconds(1_500)

  package init() {}

  /// Leaves half of the process's descriptors to everything that is not a connection.
  package static func forDescriptorLimit(_ descriptors: Int) -> ServerLimits {
    var limits = ServerLimits()
    limits.connections = max(16, min(limits.connections, descriptors / 2))
    return limits
  }

  /// From here on the oldest connection that is not being served makes room for a new one.
  var crowded: Int {
    max(1, connections * 9 / 10)
  }
}
