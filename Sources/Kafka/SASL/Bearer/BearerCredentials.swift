/// Shows brokers tokens (OAUTHBEARER).
package struct BearerCredentials: SASLCredentialSource {
  private let tokens: any TokenSource
  private let extensions: [(name: String, value: String)]

  package var mechanism: SASLMechanism { .oauthBearer }

  /// `extensions` are what some providers' brokers want besides, such as the number of the cluster.
  package init(_ tokens: any TokenSource, extensions: [String: String] = [:]) {
    self.tokens = tokens
    self.extensions = extensions.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }

  package func client(for host: String) async throws(SASLError) -> any SASLClient {
    for (name, value) in extensions { try check(name, value) }
    let token = try await tokens.token()
    guard BearerToken.isWellFormed(token) else {
      throw .unavailable(
        "what \(tokens) gave has characters that a token cannot have",
        advice: "Look at what it holds: nothing but the token may be there.")
    }
    return BearerClient(token: token, extensions: extensions)
  }

  package func wasRefused() {
    tokens.wasRefused()
  }

  /// RFC 7628, section 3.1.
  private func check(_ name: String, _ value: String) throws(SASLError) {
    let isName = !name.isEmpty && name.utf8.allSatisfy { Character(UnicodeScalar($0)).isLetter && $0 < 0x80 }
    guard isName, name != "auth" else {
      throw .unusableCredential("the SASL extension '\(name)' is not named with letters only, or is 'auth'")
    }
    let isValue = value.utf8.allSatisfy { (0x20...0x7E).contains($0) || [9, 10, 13].contains($0) }
    guard isValue, !value.isEmpty else {
      throw .unusableCredential("the SASL extension '\(name)' has no value, or one beyond ASCII")
    }
  }
}
