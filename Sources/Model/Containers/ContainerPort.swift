/// A port that a container offers, and where the host passes it on.
package struct ContainerPort: Sendable, Hashable {
  package var port: UInt16
  /// `tcp`, `udp` or `sctp`.
  package var transport: String
  package var hostAddress: String?
  /// Nil when it is reachable from other containers only.
  package var hostPort: UInt16?

  package init(port: UInt16, transport: String, hostAddress: String? = nil, hostPort: UInt16? = nil) {
    self.port = port
    self.transport = transport
    self.hostAddress = hostAddress
    self.hostPort = hostPort
  }
}
