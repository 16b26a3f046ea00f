import Settings

/// The section `tls_server_config`.
struct WebTLSSettings: Sendable, Equatable {
  var certificate: String?
  var certificateFile: String?
  var key: String?
  var keyFile: String?
  var clientAuthority: String?
  var clientAuthorityFile: String?
  var clients = ClientAuthentication.none
  var allowedClientNames: [String] = []
  var minimum = TLSVersion.tls12
  var maximum = TLSVersion.tls13
  var cipherSuites: [TLSCipherSuite] = []
  var prefersServerOrder = true
  var curves: [TLSCurve] = []

  /// Anything that only makes sense with TLS.
  var isWanted: Bool {
    let texts = [certificate, certificateFile, key, keyFile, clientAuthority, clientAuthorityFile]
    return texts.contains { $0 != nil } || clients != .none
  }

  var files: [String] {
    [certificateFile, keyFile, clientAuthorityFile].compactMap(\.self)
  }

  var options: TLSOptions {
    TLSOptions(
      minimum: minimum, maximum: maximum, cipherSuites: cipherSuites, prefersServerOrder: prefersServerOrder,
      curves: curves)
  }
}

extension WebTLSSettings: SettingsSection {
  static let schema = Schema("How TLS is spoken.", defaults: WebTLSSettings()) {
    Key("cert", \.certificate, doc: "The server's certificates as PEM text.")
    Key("cert_file", \.certificateFile, doc: "The file that holds them, relative to this one.")
    Key("key", \.key, doc: "The key as PEM text.")
    Key("key_file", \.keyFile, doc: "The file that holds it.")
    Key(
      "client_ca", \.clientAuthority,
      doc: "The certificates of the authorities that clients' certificates come from.")
    Key("client_ca_file", \.clientAuthorityFile, doc: "The file that holds them.")
    Key("client_auth_type", \.clients, doc: "What is asked of a client's certificate.")
    Key(
      "client_allowed_sans", \.allowedClientNames,
      doc: "The alternative names of which a client must have one.")
    Key("min_version", \.minimum, doc: "The oldest TLS version.")
    Key("max_version", \.maximum, doc: "The newest TLS version.")
    Key("cipher_suites", \.cipherSuites, doc: "The cipher suites by their IANA names.")
    Key(
      "prefer_server_cipher_suites", \.prefersServerOrder, doc: "Whether the server's order of suites wins.")
    Key("curve_preferences", \.curves, doc: "The groups for the key exchange.")
    Rule("cert", must: "be given, or cert_file, but not both") {
      !$0.isWanted || Self.isOne($0.certificate, $0.certificateFile)
    }
    Rule("key", must: "be given, or key_file, but not both") {
      !$0.isWanted || Self.isOne($0.key, $0.keyFile)
    }
    Rule("client_ca", must: "not be given together with client_ca_file") {
      $0.clientAuthority == nil || $0.clientAuthorityFile == nil
    }
    Rule("client_auth_type", must: "be given where there is a client CA") {
      ($0.clientAuthority == nil && $0.clientAuthorityFile == nil) || $0.clients != .none
    }
    Rule("max_version", must: "not be older than min_version") { $0.minimum <= $0.maximum }
  }

  private static func isOne(_ left: String?, _ right: String?) -> Bool {
    (left == nil) != (right == nil)
  }
}

extension TLSVersion: ChoiceSetting {}
extension TLSCurve: ChoiceSetting {}
extension ClientAuthentication: ChoiceSetting {}
