import Model

/// Signature version 4 of AWS, in the form in which all of it stands in a URL's query.
struct AWSSignature {
  static let algorithm = "AWS4-HMAC-SHA256"
  /// SHA-256 of nothing.
  static let emptyPayload = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  private let key: AWSAccessKey
  /// `20150830T123600Z`.
  private let date: String
  /// Day, region, service and a fixed word.
  private let scope: [String]

  init(_ key: AWSAccessKey, region: String, service: String, at time: Timestamp) {
    self.key = key
    date = time.iso8601.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" } + "Z"
    scope = [String(date.prefix(8)), region, service, "aws4_request"]
  }

  /// What a query says of its own signature.
  func parameters(validFor seconds: Int) -> [String: String] {
    var parameters = [
      "X-Amz-Algorithm": Self.algorithm,
      "X-Amz-Credential": ([key.id] + scope).joined(separator: "/"),
      "X-Amz-Date": date,
      "X-Amz-Expires": "\(seconds)",
      "X-Amz-SignedHeaders": "host",
    ]
    parameters["X-Amz-Security-Token"] = key.sessionToken
    return parameters
  }

  /// Of a GET with these parameters, in hexadecimal.
  func signature(
    host: String, path: String = "/", _ parameters: [String: String], payload: String = emptyPayload
  ) throws(SASLError) -> String {
    let query = parameters.map { (name: $0.percentEncoded, value: $1.percentEncoded) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    let request = ["GET", path, query, "host:\(host)", "", "host", payload].joined(separator: "\n")
    let digest = try HashAlgorithm.sha256.hash(Array(request.utf8))
    let text = [Self.algorithm, date, scope.joined(separator: "/"), Self.hexadecimal(digest)]
    var signingKey = Array("AWS4\(key.secret)".utf8)
    for part in scope { signingKey = try code(part, signingKey) }
    return Self.hexadecimal(try code(text.joined(separator: "\n"), signingKey))
  }

  private func code(_ text: String, _ key: [UInt8]) throws(SASLError) -> [UInt8] {
    try HashAlgorithm.sha256.authenticationCode(of: Array(text.utf8), key: key)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
