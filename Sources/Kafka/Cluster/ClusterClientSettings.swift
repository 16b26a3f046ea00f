package import Transport

/// How to reach the brokers of one cluster.
package struct ClusterClientSettings: Sendable {
  package var connection: ConnectionSettings
  package var tls: TLSSettings?
  /// The longest time that a broker is left alone after it could not be connected to.
  package var longestPause: Duration

  package init(
    connection: ConnectionSettings = ConnectionSettings(), tls: TLSSettings? = nil,
    longestPause: Duration = .seconds(9)
  ) {
    self.connection = connection
    self.tls = tls
    self.longestPause = longestPause
  }
}
