import CGnuTLS

/// Why certificates, a key or TLS options cannot be used.
enum TLSError: Error, Hashable, CustomStringConvertible {
  case certificate(reason: String)
  case clientAuthorities(reason: String)
  case options(reason: String)

  var description: String {
    switch self {
    case .certificate(let reason): "the server's certificate and key cannot be used: \(reason)"
    case .clientAuthorities(let reason): "the client CA cannot be used: \(reason)"
    case .options(let reason): "GnuTLS cannot work with these versions, cipher suites and curves: \(reason)"
    }
  }

  /// The corresponding C function is `gnutls_strerror`, whose sentences end with a dot.
  static func text(_ code: CInt) -> String {
    let text = unsafe gnutls_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
