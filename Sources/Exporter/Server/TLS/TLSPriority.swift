import CGnuTLS

/// Parsed TLS options, freed with the last reference; GnuTLS counts the sessions that use them.
@safe final class TLSPriority: Sendable {
  /// An integer, because a pointer is not `Sendable`.
  private let address: UInt

  /// The corresponding C function is `gnutls_priority_init`.
  init(_ text: String) throws(TLSError) {
    var parsed: gnutls_priority_t?
    let code = unsafe gnutls_priority_init(&parsed, text, nil)
    guard code == GNUTLS_E_SUCCESS, let priority = unsafe parsed else {
      throw .options(reason: TLSError.text(code))
    }
    address = UInt(bitPattern: priority)
  }

  deinit {
    unsafe gnutls_priority_deinit(pointer)
  }

  var pointer: gnutls_priority_t? {
    unsafe gnutls_priority_t(bitPattern: address)
  }
}
