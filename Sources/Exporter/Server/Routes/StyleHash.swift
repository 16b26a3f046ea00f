import CGnuTLS

/// How a Content-Security-Policy names an inline style.
enum StyleHash {
  /// The corresponding C function is `gnutls_hash_fast`.
  static func of(_ style: String) -> String {
    let bytes = Array(style.utf8)
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe gnutls_hash_fast(GNUTLS_DIG_SHA256, bytes, bytes.count, &digest)
    return "sha256-" + Base64.encode(digest)
  }
}
