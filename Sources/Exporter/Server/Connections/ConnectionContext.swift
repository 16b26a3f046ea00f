import Model

/// What the server remembers of one open connection. MHD's thread owns it; a reply may come from another.
final class ConnectionContext: Sendable {
  enum Exchange: Sendable {
    case none
    case requestLine(RequestTarget)
    /// The headers were seen; a body, if any, is being thrown away.
    case request(RequestTarget)
    case suspended
    case ready(HTTPServerReply)
    case sending
  }

  let id: ConnectionID
  let peer: PeerAddress
  /// The credentials this connection began with; they must outlive its TLS session.
  let security: TLSSettings?
  let exchange = Locked(Exchange.none)

  init(id: ConnectionID, peer: PeerAddress, security: TLSSettings?) {
    self.id = id
    self.peer = peer
    self.security = security
  }
}
