import Settings
import Testing

@testable import Exporter

@Suite
struct WebSettingsTests {
  private func load(_ text: String) throws(SettingsError) -> WebSettings {
    let surroundings = SettingsSurroundings(
      directory: "/", environment: nil,
      readFile: { (_, _) throws(SettingsFileProblem) in throw SettingsFileProblem("is not read here") })
    return try WebSettings.load(Array(text.utf8), file: "web.yml", surroundings: surroundings).value
  }

  private func complaints(_ text: String) -> String {
    do throws(SettingsError) {
      _ = try load(text)
      return ""
    } catch {
      return error.description
    }
  }

  @Test func `an empty file is plain HTTP for everybody`() throws {
    let settings = try load("")
    #expect(!settings.tls.isWanted)
    #expect(settings.users.isEmpty)
    #expect(settings.rateLimit.limit == nil)
  }

  @Test func `every key of exporter-toolkit is understood`() throws {
    let settings = try load(
      """
      tls_server_config:
        cert_file: a.pem
        key_file: a.key
        client_ca_file: ca.pem
        client_auth_type: RequireAndVerifyClientCert
        client_allowed_sans: [a.example, 10.0.0.1]
        min_version: TLS10
        max_version: TLS12
        cipher_suites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256]
        prefer_server_cipher_suites: false
        curve_preferences: [CurveP256, X25519]
      http_server_config:
        http2: false
        headers:
          Content-Security-Policy: default-src 'none'
          X-Frame-Options: SAMEORIGIN
          X-Content-Type-Options: nosniff
          X-XSS-Protection: "0"
          Strict-Transport-Security: max-age=1
      basic_auth_users:
        ann: $2y$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234
      rate_limit:
        interval: 100ms
        burst: 20
      """)
    #expect(settings.tls.clients == .requireAndVerify)
    #expect(
      settings.tls.options.priority.hasPrefix("NORMAL:-VERS-ALL:+VERS-TLS1.0:+VERS-TLS1.1:+VERS-TLS1.2:"))
    #expect(settings.tls.files == ["a.pem", "a.key", "ca.pem"])
    #expect(settings.http.headers.headers.count == 5)
    #expect(settings.users["ann"] != nil)
    #expect(settings.rateLimit.limit == .init(interval: .milliseconds(100), burst: 20))
  }

  @Test(arguments: [
    ("tls_server_config: {cert_file: a}", "tls_server_config.key must be given, or key_file, but not both"),
    ("tls_server_config: {key_file: a}", "tls_server_config.cert must be given, or cert_file, but not both"),
    ("tls_server_config: {cert: x, cert_file: a, key: k}", "tls_server_config.cert must be given"),
    ("tls_server_config: {client_auth_type: RequireAnyClientCert}", "tls_server_config.cert must be given"),
    (
      "tls_server_config: {cert_file: a, key_file: b, client_ca_file: c}",
      "client_auth_type must be given where"
    ),
    (
      "tls_server_config: {cert_file: a, key_file: b, min_version: TLS13, max_version: TLS12}",
      "max_version must not be"
    ),
    ("tls_server_config: {cert_file: a, key_file: b, min_version: TLS9}", "TLS10, TLS11, TLS12 or TLS13"),
    (
      "tls_server_config: {cert_file: a, key_file: b, cipher_suites: [RC4]}",
      "the IANA name of a cipher suite"
    ),
    ("http_server_config: {headers: {X-Powered-By: us}}", "unknown key 'X-Powered-By'"),
    ("http_server_config: {headers: {X-Frame-Options: maybe}}", "must be deny or sameorigin"),
    ("http_server_config: {headers: {X-XSS-Protection: \"a\\r\\nb\"}}", "must be one line"),
    ("rate_limit: {interval: 1s}", "burst must be at least 1 where there is an interval"),
    ("basic_auth: {}", "unknown key 'basic_auth'"),
  ])
  func `what cannot be meant is refused`(text: String, complaint: String) {
    #expect(complaints(text).contains(complaint))
  }

  @Test func `a password where its hash belongs is not repeated`() {
    let complaint = complaints("basic_auth_users: {ann: hunter2}")
    #expect(complaint.contains("expected a bcrypt hash"))
    #expect(!complaint.contains("hunter2"))
  }
}
