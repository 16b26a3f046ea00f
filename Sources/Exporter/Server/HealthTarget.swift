/// Where somebody on this host reaches the server.
package enum HealthTarget: Sendable, Hashable {
  case port(host: String, UInt16)
  case unixSocket(path: String)

  package var port: UInt16? {
    if case .port(_, let port) = self { port } else { nil }
  }
}
