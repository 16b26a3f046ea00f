import Model
package import Transport

/// Where an OAuth 2 server gives tokens to whoever knows a client's secret (RFC 6749, section 4.4).
package struct TokenEndpoint: Sendable, Hashable {
  package var url: String
  package var clientID: String
  package var clientSecret: String
  package var scope: String?
  /// Whether id and secret are escaped before they are joined: RFC 6749 wants it, and many servers do not expect it.
  package var escapesCredentials: Bool
  package var tls: TLSSettings
  /// For one token, all attempts together.
  package var deadline: Duration

  package init(
    url: String, clientID: String, clientSecret: String, scope: String? = nil,
    escapesCredentials: Bool = false, tls: TLSSettings = TLSSettings(), deadline: Duration = .seconds(10)
  ) {
    self.url = url
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.scope = scope
    self.escapesCredentials = escapesCredentials
    self.tls = tls
    self.deadline = deadline
  }

  func request(within limit: Duration) -> HTTPRequest {
    var form = "grant_type=client_credentials"
    if let scope, !scope.isEmpty { form += "&scope=\(scope.percentEncoded)" }
    let pair =
      escapesCredentials
      ? "\(clientID.percentEncoded):\(clientSecret.percentEncoded)" : "\(clientID):\(clientSecret)"
    let encoded = String(decoding: HashAlgorithm.base64(Array(pair.utf8)), as: UTF8.self)
    var request = HTTPRequest(
      .post, url,
      fields: [
        "Accept": "application/json", "Authorization": "Basic \(encoded)", "Cache-Control": "no-cache",
        "Content-Type": "application/x-www-form-urlencoded",
      ],
      body: ByteBlock(Array(form.utf8)),
      deadlines: Deadlines(connect: limit, firstByte: limit, idle: limit, total: limit))
    request.tls = tls
    request.maximumBodyBytes = BearerToken.limit
    // Hours lie between two tokens.
    request.reusesConnection = false
    return request
  }
}

extension TokenEndpoint: CustomStringConvertible {
  /// Without what may be secret in a URL.
  package var description: String {
    let bare = url.prefix { $0 != "?" && $0 != "#" }
    guard let scheme = bare.firstRange(of: "://") else { return "the token endpoint \(bare)" }
    let (authority, path) = (
      bare[scheme.upperBound...].prefix { $0 != "/" }, bare[scheme.upperBound...].drop { $0 != "/" }
    )
    let host = authority.split(separator: "@").last ?? authority
    return "the token endpoint \(bare[..<scheme.upperBound])\(host)\(path)"
  }
}
