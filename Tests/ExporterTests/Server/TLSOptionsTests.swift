import Testing

@testable import Exporter

@Suite
struct TLSOptionsTests {
  @Test func `nothing chosen is TLS 1.2 and 1.3 with the server's order`() {
    #expect(TLSOptions().priority == "NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.3:%SERVER_PRECEDENCE")
  }

  @Test func `suites become key exchanges, ciphers and authentication codes, each once and in order`() {
    var options = TLSOptions()
    options.cipherSuites = [
      "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
      "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    ].compactMap(TLSCipherSuite.init(name:))
    options.prefersServerOrder = false
    #expect(
      options.priority == """
        NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.3:-KX-ALL:+ECDHE-ECDSA:+ECDHE-RSA:-CIPHER-ALL:+AES-256-GCM:\
        +AES-256-CBC:+CHACHA20-POLY1305:-MAC-ALL:+AEAD:+SHA1
        """)
  }

  @Test(arguments: TLSVersion.allCases, TLSCurve.allCases)
  func `GnuTLS understands every version and curve`(version: TLSVersion, curve: TLSCurve) throws {
    var options = TLSOptions()
    options.minimum = version
    options.maximum = version
    options.curves = [curve]
    _ = try TLSPriority(options.priority)
  }
}
