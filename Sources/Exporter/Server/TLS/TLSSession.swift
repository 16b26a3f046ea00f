import CGnuTLS

/// The TLS session of one connection. MHD owns it; use it on MHD's thread, while the connection is open.
@safe struct TLSSession {
  private let session: gnutls_session_t

  init(_ session: gnutls_session_t) {
    unsafe self.session = session
  }

  /// Before the handshake: what MHD gave the session is replaced, so that new settings need no new daemon.
  ///
  /// The corresponding C functions are `gnutls_credentials_set`, `gnutls_priority_set` and
  /// `gnutls_certificate_server_set_request`.
  func begin(with settings: TLSSettings) {
    unsafe gnutls_credentials_set(
      session, GNUTLS_CRD_CERTIFICATE, settings.credentials.pointer.map { unsafe .init($0) })
    unsafe gnutls_priority_set(session, settings.priority.pointer)
    switch settings.clients {
    case .none: return
    case .request, .verifyIfGiven: unsafe gnutls_certificate_server_set_request(session, GNUTLS_CERT_REQUEST)
    case .requireAny, .requireAndVerify:
      unsafe gnutls_certificate_server_set_request(session, GNUTLS_CERT_REQUIRE)
    }
    unsafe gnutls_session_set_verify_function(session) { session in
      guard let session = unsafe session else { return -1 }
      return unsafe TLSSession(session).acceptsClient ? 0 : -1
    }
  }

  /// Inside the handshake, which fails with an alert when the client is not accepted.
  private var acceptsClient: Bool {
    // MHD makes the connection the session's user pointer.
    guard let connection = unsafe gnutls_session_get_ptr(session),
      let settings = unsafe HTTPConnection(OpaquePointer(connection)).context?.security
    else { return false }
    guard let certificate = clientCertificate else {
      // A certificate that is required and missing has ended the handshake before.
      return settings.clients == .request || settings.clients == .verifyIfGiven
    }
    if settings.clients.verifies && !isClientVerified { return false }
    return settings.allowedClientNames.isEmpty
      || !settings.allowedClientNames.isDisjoint(with: certificate.alternativeNames)
  }

  /// The corresponding C function is `gnutls_certificate_verify_peers`.
  private var isClientVerified: Bool {
    var status: CUnsignedInt = 0
    let code = unsafe GNUTLS_KP_TLS_WWW_CLIENT.withCString { purpose in
      var purposeData = unsafe gnutls_typed_vdata_st(
        type: GNUTLS_DT_KEY_PURPOSE_OID,
        data: UnsafeMutablePointer(mutating: purpose).withMemoryRebound(
          to: UInt8.self, capacity: 1
        ) { unsafe $0 }, size: 0)
      return unsafe gnutls_certificate_verify_peers(session, &purposeData, 1, &status)
    }
    return code == GNUTLS_E_SUCCESS && status == 0
  }

  private var clientCertificate: ClientCertificate? {
    var count: CUnsignedInt = 0
    guard let first = unsafe gnutls_certificate_get_peers(session, &count), count > 0 else { return nil }
    return unsafe ClientCertificate(first)
  }
}
