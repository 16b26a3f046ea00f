/// RFC 7628: a token that speaks for us, and what else the brokers want to know.
struct BearerClient: SASLClient {
  private let token: String
  private let extensions: [(name: String, value: String)]
  private var refusal: String?

  init(token: String, extensions: [(name: String, value: String)]) {
    self.token = token
    self.extensions = extensions
  }

  func start() -> [UInt8] {
    let pairs = [("auth", "Bearer \(token)")] + extensions.map { ($0.name, $0.value) }
    return Array("n,,\u{1}\(pairs.map { "\($0)=\($1)\u{1}" }.joined())\u{1}".utf8)
  }

  /// A broker that refuses the token first says so in words, and fails only when these were acknowledged.
  mutating func answer(_ challenge: [UInt8]) throws(SASLError) -> [UInt8]? {
    if let refusal { throw .refused(refusal) }
    guard !challenge.isEmpty else { return nil }
    refusal = String(decoding: challenge.prefix(200), as: UTF8.self)
    return [1]
  }
}
