/// Where a byte stream leads to.
package struct StreamEndpoint: Sendable, Hashable, CustomStringConvertible {
  package let host: String
  package let port: UInt16
  /// nil: plain TCP.
  package let tls: TLSSettings?

  package init(host: String, port: UInt16, tls: TLSSettings? = nil) {
    self.host = host
    self.port = port
    self.tls = tls
  }

  package var description: String {
    "\(tls == nil ? "tcp" : "tls")://\(bracketed(host)):\(port)"
  }

  /// libcurl connects for a URL; nothing of HTTP is spoken.
  var url: String {
    "\(tls == nil ? "http" : "https")://\(bracketed(tls?.serverName ?? host)):\(port)/"
  }

  private func bracketed(_ host: String) -> String {
    host.contains(":") ? "[\(host)]" : host
  }
}
