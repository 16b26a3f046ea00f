/// A TLS version, named as the web configuration names it.
enum TLSVersion: String, Sendable, CaseIterable, Comparable {
  case tls10 = "TLS10"
  case tls11 = "TLS11"
  case tls12 = "TLS12"
  case tls13 = "TLS13"

  /// Its name in a GnuTLS priority string.
  var priorityName: String {
    switch self {
    case .tls10: "VERS-TLS1.0"
    case .tls11: "VERS-TLS1.1"
    case .tls12: "VERS-TLS1.2"
    case .tls13: "VERS-TLS1.3"
    }
  }

  static func < (left: TLSVersion, right: TLSVersion) -> Bool {
    left.rawValue < right.rawValue
  }
}
