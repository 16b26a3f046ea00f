import Settings

extension TLSCipherSuite: ScalarSetting {
  static var typeName: String { "cipher suite" }
  static var expectation: String {
    "the IANA name of a cipher suite, like TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
  }

  init(settingText: String) throws(ScalarMismatch) {
    guard let suite = TLSCipherSuite(name: settingText) else { throw ScalarMismatch() }
    self = suite
  }

  var settingText: String { name }
}
