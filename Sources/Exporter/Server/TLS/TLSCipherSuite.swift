/// A cipher suite by its IANA name, taken apart as GnuTLS wants it.
struct TLSCipherSuite: Sendable, Hashable {
  let name: String

  /// Nil for suites that neither Go nor this server offers.
  init?(name: String) {
    guard Self.known.contains(name) else { return nil }
    self.name = name
  }

  /// Nil for TLS 1.3, whose suites name no key exchange.
  var keyExchange: String? {
    if name.hasPrefix("TLS_ECDHE_ECDSA_") { return "ECDHE-ECDSA" }
    if name.hasPrefix("TLS_ECDHE_RSA_") { return "ECDHE-RSA" }
    return name.hasPrefix("TLS_RSA_") ? "RSA" : nil
  }

  var cipher: String {
    if name.contains("CHACHA20") { return "CHACHA20-POLY1305" }
    let size = name.contains("AES_128") ? "128" : "256"
    return "AES-\(size)-\(name.contains("GCM") ? "GCM" : "CBC")"
  }

  var authentication: String {
    name.contains("CBC") ? "SHA1" : "AEAD"
  }

  private static let known: Set<String> = [
    "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
    "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
  ]
}
