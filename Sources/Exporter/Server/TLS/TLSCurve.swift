/// A group for the key exchange, named as the web configuration (Go) names it.
enum TLSCurve: String, Sendable, CaseIterable {
  case p256 = "CurveP256"
  case p384 = "CurveP384"
  case p521 = "CurveP521"
  case x25519 = "X25519"

  /// Its name in a GnuTLS priority string.
  var priorityName: String {
    switch self {
    case .p256: "GROUP-SECP256R1"
    case .p384: "GROUP-SECP384R1"
    case .p521: "GROUP-SECP521R1"
    case .x25519: "GROUP-X25519"
    }
  }
}
