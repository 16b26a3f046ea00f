import Settings

/// Where tokens for `OAUTHBEARER` come from: a server that gives them, or a file that somebody else renews.
struct OAuthConfiguration: Equatable {
  var tokenURL: String?
  var clientID: String?
  var clientSecret: Secret?
  var scope: String?
  var caFile: SettingPath?
  var tokenFile: SettingPath?
  var extensions: [String: String] = [:]
}

extension OAuthConfiguration: SettingsSection {
  static let schema = Schema(
    "Tokens for `OAUTHBEARER`: from a server, with client credentials, or from a file that somebody else renews.",
    defaults: OAuthConfiguration()
  ) {
    Key(
      "token_url", \.tokenURL,
      must: Requirement("begin with https:// or http://") { $0.map(isWebAddress) ?? true },
      doc: "The server's token endpoint.")
    Key("client_id", \.clientID, doc: "The client at that server.")
    SecretKey("client_secret", \.clientSecret, doc: "Its secret.")
    Key("scope", \.scope, doc: "What to ask for, where the server wants to know.")
    Key(
      "ca_file", \.caFile, derivedDefault: "the system's",
      doc: "The authorities to trust at that server, and no others; PEM.")
    Key(
      "token_file", \.tokenFile,
      doc: "A file with a token, read again when it changes; instead of `token_url`.")
    Key("extensions", \.extensions, doc: "SASL extensions that some providers want besides, by name.")
    Rule("token_url", must: "be given, or token_file, and not both") {
      ($0.tokenURL == nil) != ($0.tokenFile == nil)
    }
    Rule("client_id", must: "be given together with token_url") { $0.tokenURL == nil || $0.clientID != nil }
    Rule("client_secret", must: "be given together with token_url, or client_secret_file") {
      $0.tokenURL == nil || $0.clientSecret != nil
    }
    Rule("client_id", must: "be left out beside token_file") { $0.tokenFile == nil || $0.clientID == nil }
  }

  private static func isWebAddress(_ text: String) -> Bool {
    ["https://", "http://"].contains { text.hasPrefix($0) && text.count > $0.count }
  }
}
