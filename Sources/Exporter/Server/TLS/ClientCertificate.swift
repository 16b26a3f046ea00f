import CGnuTLS
import Glibc

/// A client's certificate, freed at the end of its scope.
@safe struct ClientCertificate: ~Copyable {
  private let certificate: gnutls_x509_crt_t

  /// The corresponding C function is `gnutls_x509_crt_import`.
  init?(_ encoded: UnsafePointer<gnutls_datum_t>) {
    var allocated: gnutls_x509_crt_t?
    guard unsafe gnutls_x509_crt_init(&allocated) == GNUTLS_E_SUCCESS, let certificate = unsafe allocated
    else {
      return nil
    }
    guard unsafe gnutls_x509_crt_import(certificate, encoded, GNUTLS_X509_FMT_DER) == GNUTLS_E_SUCCESS else {
      unsafe gnutls_x509_crt_deinit(certificate)
      return nil
    }
    unsafe self.certificate = certificate
  }

  deinit {
    unsafe gnutls_x509_crt_deinit(certificate)
  }

  /// DNS names, mail addresses, URIs and IP addresses. The corresponding C function is
  /// `gnutls_x509_crt_get_subject_alt_name2`.
  var alternativeNames: [String] {
    var names: [String] = []
    // A certificate says who its owner is with a handful of names; the bound keeps a hostile one cheap.
    for index in 0..<CUnsignedInt(100) {
      var size = 1_024
      var kind: CUnsignedInt = 0
      var bytes = [UInt8](repeating: 0, count: size)
      let code = unsafe gnutls_x509_crt_get_subject_alt_name2(certificate, index, &bytes, &size, &kind, nil)
      if code == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE { break }
      guard code >= 0, let name = Self.text(bytes.prefix(size), kind) else { continue }
      names.append(name)
    }
    return names
  }

  private static func text(_ bytes: ArraySlice<UInt8>, _ kind: CUnsignedInt) -> String? {
    switch gnutls_x509_subject_alt_name_t(kind) {
    case GNUTLS_SAN_DNSNAME, GNUTLS_SAN_RFC822NAME, GNUTLS_SAN_URI:
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    case GNUTLS_SAN_IPADDRESS:
      let family = bytes.count == 4 ? AF_INET : AF_INET6
      guard bytes.count == 4 || bytes.count == 16 else { return nil }
      var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      guard unsafe inet_ntop(family, Array(bytes), &text, socklen_t(text.count)) != nil else { return nil }
      return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    default: return nil
    }
  }
}
