import Settings

/// The web configuration file, key by key as exporter-toolkit defines it.
struct WebSettings: Sendable, Equatable {
  var tls = WebTLSSettings()
  var http = WebHTTPSettings()
  var users: [String: BcryptHash] = [:]
  var rateLimit = WebRateLimit()
}

extension WebSettings: SettingsSection {
  static let schema = Schema("The web configuration of exporter-toolkit.", defaults: WebSettings()) {
    Key(
      "tls_server_config", \.tls,
      doc: "Certificates, and how TLS is spoken. Without a certificate there is no TLS.")
    Key("http_server_config", \.http, doc: "HTTP/2 and the headers of every response.")
    Key(
      "basic_auth_users", \.users,
      doc: "bcrypt hashes of passwords by user name. Without any, everybody may ask.")
    Key("rate_limit", \.rateLimit, doc: "How many requests are answered.")
  }
}
