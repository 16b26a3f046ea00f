/// Where a process listens, as its own settings say.
package struct ListenerFact: Sendable, Hashable {
  /// What the settings call it, such as `PLAINTEXT`, `INTERNAL` or `kafka`.
  package let name: String
  /// Nil means every address of its host.
  package let host: String?
  package let port: UInt16
  /// `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`; nil when nobody says.
  package let securityProtocol: String?
  /// For the metadata quorum: no client of Kafka is answered there.
  package let isController: Bool
  /// Where others are told to find it.
  package let advertisedHost: String?
  package let advertisedPort: UInt16?

  package init(
    name: String, host: String? = nil, port: UInt16, securityProtocol: String? = nil,
    isController: Bool = false,
    advertisedHost: String? = nil, advertisedPort: UInt16? = nil
  ) {
    self.name = name
    self.host = host
    self.port = port
    self.securityProtocol = securityProtocol
    self.isController = isController
    self.advertisedHost = advertisedHost
    self.advertisedPort = advertisedPort
  }
}
