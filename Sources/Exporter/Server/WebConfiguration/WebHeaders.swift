import Settings

/// The headers that a web configuration may set; exporter-toolkit allows these five.
struct WebHeaders: Sendable, Equatable {
  var contentSecurityPolicy: String?
  var frameOptions: String?
  var contentTypeOptions: String?
  var xssProtection: String?
  var strictTransportSecurity: String?

  var headers: [HTTPServerReply.Header] {
    let all = [
      ("Content-Security-Policy", contentSecurityPolicy), ("X-Frame-Options", frameOptions),
      ("X-Content-Type-Options", contentTypeOptions), ("X-XSS-Protection", xssProtection),
      ("Strict-Transport-Security", strictTransportSecurity),
    ]
    return all.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : HTTPServerReply.Header(name, $0) }
    }
  }
}

extension WebHeaders: SettingsSection {
  static let schema = Schema("Headers of every response.", defaults: WebHeaders()) {
    Key("Content-Security-Policy", \.contentSecurityPolicy, must: oneLine, doc: "What a page may load.")
    Key(
      "X-Frame-Options", \.frameOptions, must: oneOf(["deny", "sameorigin"]),
      doc: "Who may show it in a frame.")
    Key(
      "X-Content-Type-Options", \.contentTypeOptions, must: oneOf(["nosniff"]),
      doc: "Whether types are guessed.")
    Key("X-XSS-Protection", \.xssProtection, must: oneLine, doc: "A filter of old browsers.")
    Key(
      "Strict-Transport-Security", \.strictTransportSecurity, must: oneLine,
      doc: "Whether to come with TLS only.")
  }

  private static let oneLine = Requirement<String?>("be one line of printable characters") { value in
    value?.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f } ?? true
  }

  private static func oneOf(_ words: [String]) -> Requirement<String?> {
    Requirement("be \(words.joined(separator: " or "))") { value in
      guard let value, !value.isEmpty else { return true }
      return words.contains { $0.equalsIgnoringCase(value) }
    }
  }
}
