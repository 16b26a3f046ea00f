/// What the HTTP server did since it started.
package struct HTTPStatistics: Sendable, Hashable {
  package struct Key: Sendable, Hashable {
    package let handler: String
    package let code: Int

    package init(handler: String, code: Int) {
      self.handler = handler
      self.code = code
    }
  }

  package var requests: [Key: UInt64] = [:]
  /// Time from complete headers to the response's last byte, by handler.
  package var durations: [String: Histogram] = [:]
  package var openConnections = 0
  /// Connections that the server closed by itself, by reason.
  package var closedConnections: [String: UInt64] = [:]

  package init() {}
}
