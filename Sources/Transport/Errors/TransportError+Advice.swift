extension TransportError.Kind {
  /// What the reader may try, as a sentence; nil where nobody can do anything.
  package var advice: String? {
    switch self {
    case .invalidRequest: "Correct the address or the header in the configuration."
    case .nameNotFound: "Check the host name, and the resolver in /etc/resolv.conf."
    case .refused: "Check that the server runs and listens on this address and port."
    case .unreachable: "Check the address, the route to it and the firewalls on the way."
    case .socketMissing: "Check the path, and that the service that makes this socket runs."
    case .notPermitted: "Let this process's user into the group that owns the socket."
    case .timeout(let phase): phase.advice
    case .headersTooLarge, .bodyTooLarge: "Check that the address is the right one, or raise the limit."
    case .tooManyRedirects: "Use the address that the redirects lead to."
    case .closed: "Look into the server's log for why it closed the connection."
    case .malformedResponse: "Check that the port speaks the expected protocol, and whether it wants TLS."
    case .outOfResources: "Raise the limits on memory and open files (LimitNOFILE= in the systemd unit)."
    case .cancelled: nil
    default: adviceOnTLS
    }
  }

  private var adviceOnTLS: String? {
    switch self {
    case .tlsHandshake:
      "Check that the port speaks TLS, which versions both ends allow, and whether it wants a client certificate."
    case .unknownAuthority: "Name the authority that signed the server's certificate as the CA file."
    case .certificateExpired: "Renew the server's certificate, or check this machine's clock."
    case .hostnameMismatch: "Set the server name to one that the certificate carries."
    case .certificateRejected: "Check the server's certificate and its chain with `openssl s_client`."
    case .clientCertificateRefused: "Give a client certificate that an authority of the server has signed."
    case .authorityFileUnusable: "Check that the CA file exists, can be read, and holds PEM certificates."
    case .identityUnusable:
      "Check that the certificate and the key exist, can be read, are PEM without a passphrase, and belong together."
    default: nil
    }
  }
}

extension Deadlines.Phase {
  var advice: String {
    switch self {
    case .connect: "Check the address and the firewalls on the way, or allow more time to connect."
    case .firstByte: "Check whether the server is overloaded or hangs, or allow more time for its answer."
    case .idle: "Check whether the server hangs, or allow longer silences."
    case .total: "Ask for less, or allow more time in all."
    }
  }
}
