import CGnuTLS

/// GnuTLS certificate credentials, freed with the last reference. Sessions only read them, on any thread.
@safe final class TLSCredentials: Sendable {
  /// An integer, because a pointer is not `Sendable`.
  private let address: UInt

  /// The corresponding C functions are `gnutls_certificate_set_x509_key_mem2`, `gnutls_certificate_set_x509_trust_mem`
  /// and `gnutls_certificate_set_x509_system_trust`.
  init(_ material: TLSMaterial, verifyingClients: Bool) throws(TLSError) {
    var allocated: gnutls_certificate_credentials_t?
    let code = unsafe gnutls_certificate_allocate_credentials(&allocated)
    guard code == GNUTLS_E_SUCCESS, let credentials = unsafe allocated else {
      throw .certificate(reason: TLSError.text(code))
    }
    address = UInt(bitPattern: credentials)
    let keyCode = unsafe Self.withDatum(material.certificates) { certificates in
      unsafe Self.withDatum(material.key) { key in
        unsafe gnutls_certificate_set_x509_key_mem2(
          credentials, certificates, key, GNUTLS_X509_FMT_PEM, nil, 0)
      }
    }
    guard keyCode >= 0 else { throw .certificate(reason: TLSError.text(keyCode)) }
    guard let authorities = material.clientAuthorities else {
      // Without authorities of its own a server believes those that the host believes.
      if verifyingClients { _ = unsafe gnutls_certificate_set_x509_system_trust(credentials) }
      return
    }
    let count = unsafe Self.withDatum(authorities) { authorities in
      unsafe gnutls_certificate_set_x509_trust_mem(credentials, authorities, GNUTLS_X509_FMT_PEM)
    }
    guard count > 0 else {
      throw .clientAuthorities(reason: count == 0 ? "it holds no certificate" : TLSError.text(count))
    }
  }

  deinit {
    unsafe gnutls_certificate_free_credentials(pointer)
  }

  var pointer: gnutls_certificate_credentials_t? {
    unsafe gnutls_certificate_credentials_t(bitPattern: address)
  }

  private static func withDatum(
    _ bytes: [UInt8], _ body: (UnsafePointer<gnutls_datum_t>) -> CInt
  ) -> CInt {
    var bytes = bytes
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      var datum = unsafe gnutls_datum_t(data: buffer.baseAddress, size: CUnsignedInt(buffer.count))
      return unsafe body(&datum)
    }
  }
}
