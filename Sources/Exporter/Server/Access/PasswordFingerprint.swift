import CGnuTLS

/// Recognizes a password that was right before without keeping it: HMAC-SHA-256 under a key of this process.
struct PasswordFingerprint: Sendable {
  private let key: [UInt8]

  /// The corresponding C function is `gnutls_rnd`; nil when the system has no randomness to give.
  init?() {
    var key = [UInt8](repeating: 0, count: 32)
    guard unsafe gnutls_rnd(GNUTLS_RND_KEY, &key, key.count) == GNUTLS_E_SUCCESS else { return nil }
    self.key = key
  }

  /// The corresponding C function is `gnutls_hmac_fast`.
  func of(_ credentials: BasicCredentials, _ hash: BcryptHash) -> [UInt8]? {
    // NUL is in none of the parts.
    let text = Array([credentials.user, hash.text, credentials.password].joined(separator: "\0").utf8)
    var digest = [UInt8](repeating: 0, count: 32)
    let code = unsafe gnutls_hmac_fast(GNUTLS_MAC_SHA256, key, key.count, text, text.count, &digest)
    return code == GNUTLS_E_SUCCESS ? digest : nil
  }
}
