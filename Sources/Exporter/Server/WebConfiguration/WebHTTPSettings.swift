import Settings

/// The section `http_server_config`.
struct WebHTTPSettings: Sendable, Equatable {
  /// Nil when the file says nothing of it.
  var http2: Bool?
  var headers = WebHeaders()
}

extension WebHTTPSettings: SettingsSection {
  static let schema = Schema("How HTTP is spoken.", defaults: WebHTTPSettings()) {
    Key("http2", \.http2, doc: "Accepted and without effect: this server speaks HTTP/1.1.")
    Key("headers", \.headers, doc: "Headers of every response that does not set them itself.")
  }
}
