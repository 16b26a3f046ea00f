/// How this host reaches a listener of a broker that speaks Kafka's protocol.
package struct BrokerAccess: Sendable, Hashable {
  package let listener: String
  package let host: String
  package let port: UInt16
  /// Nil when nobody says; then it is worth a try.
  package let securityProtocol: String?
  package let isController: Bool

  package init(listener: String, host: String, port: UInt16, securityProtocol: String?, isController: Bool) {
    self.listener = listener
    self.host = host
    self.port = port
    self.securityProtocol = securityProtocol
    self.isController = isController
  }

  /// Whether it takes neither certificates nor a login.
  package var isOpen: Bool { securityProtocol == nil || securityProtocol == "PLAINTEXT" }
}
