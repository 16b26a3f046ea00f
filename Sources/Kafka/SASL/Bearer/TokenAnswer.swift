import Model

/// What a token endpoint's answer comes to.
enum TokenAnswer: Equatable {
  case token(BearerToken)
  case refused(reason: String, advice: String, mayRetry: Bool)

  init(status: Int, body: [UInt8], now: Timestamp) {
    let json = JSONReader.value(of: body)
    guard status == 200 || status == 201 else {
      self = .refused(
        reason: "answered \(status)\(Self.words(json))", advice: Self.advice(status),
        mayRetry: Self.mayRetry(status))
      return
    }
    guard let text = json?["access_token"]?.string, !text.isEmpty else {
      self = .refused(
        reason: "answered \(status), and its answer holds no access_token",
        advice: "Check that the URL is that of a token endpoint of OAuth 2.", mayRetry: false)
      return
    }
    self = .token(BearerToken(text: text, lifetime: Self.lifetime(json, text, now)))
  }

  private static func lifetime(_ json: JSONValue?, _ text: String, _ now: Timestamp) -> Duration? {
    if let seconds = json?["expires_in"]?.number, (0..<1e10).contains(seconds) { return .seconds(seconds) }
    return BearerToken.expiry(ofJWT: text).map { .seconds(max(0, $0.seconds - now.seconds)) }
  }

  /// What would be answered again.
  private static func mayRetry(_ status: Int) -> Bool {
    switch status {
    case 400...407, 409...415, 501, 505: false
    default: true
    }
  }

  /// RFC 6749, section 5.2.
  private static func words(_ json: JSONValue?) -> String {
    let words = ["error", "error_description"].compactMap { json?[$0]?.string }
    guard !words.isEmpty else { return "" }
    let text = words.joined(separator: ": ").unicodeScalars.prefix(200).filter {
      $0.properties.generalCategory != .control
    }
    return " (“\(String(String.UnicodeScalarView(text)))”)"
  }

  private static func advice(_ status: Int) -> String {
    switch status {
    case 400, 401, 403: "Check the client id, the client secret and the scope."
    case 408, 429, 500...599: "Look into the log of that server."
    default: "Check the URL of the token endpoint."
    }
  }
}
