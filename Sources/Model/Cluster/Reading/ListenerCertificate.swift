/// When the certificate ends that a broker shows on one of its listeners.
package struct ListenerCertificate: Sendable, Hashable {
  package let broker: NodeID
  /// As we connect to it: `HOST:PORT`.
  package let listener: String
  package let expiry: Timestamp

  package init(broker: NodeID, listener: String, expiry: Timestamp) {
    self.broker = broker
    self.listener = listener
    self.expiry = expiry
  }
}
