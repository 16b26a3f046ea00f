/// RFC 4616: the password itself, in one token.
struct PlainClient: SASLClient {
  private let user: String
  private let password: String

  init(user: String, password: String) {
    self.user = user
    self.password = password
  }

  /// Without an identity to act for, which would have to be the user again.
  func start() -> [UInt8] {
    Array("\0\(user)\0\(password)".utf8)
  }

  func answer(_ challenge: [UInt8]) throws(SASLError) -> [UInt8]? {
    guard challenge.isEmpty else { throw .unexpectedChallenge }
    return nil
  }
}
