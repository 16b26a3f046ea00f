/// A user, a password, and the mechanism that shows them to brokers.
package struct SASLCredentials: SASLCredentialSource {
  package let mechanism: SASLMechanism
  package let user: String
  let password: String
  private let way: PasswordMechanism
  private let salted = SaltedPasswords()

  package init(_ way: PasswordMechanism, user: String, password: String) {
    mechanism = way.mechanism
    self.way = way
    self.user = user
    self.password = password
  }

  package func client(for host: String) async throws(SASLError) -> any SASLClient {
    try client()
  }

  /// Kafka does no SASLprep: it compares the bytes of UTF-8 as they are, and so they are sent. What SASLprep forbids and
  /// nobody can have meant is refused.
  func client() throws(SASLError) -> any SASLClient {
    try check(user, "user name")
    try check(password, "password")
    // Seen on 4.3: broker and tools store such a user, and no client in the world can log in as it.
    guard way == .plain || user.unicodeScalars.allSatisfy(\.isASCII) else {
      throw .unusableCredential(
        "the user name has characters beyond ASCII, which Kafka does not take with \(mechanism)")
    }
    return switch way {
    case .plain: PlainClient(user: user, password: password)
    case .scramSHA256: SCRAMClient(.sha256, user: user, password: password, salted: salted)
    case .scramSHA512: SCRAMClient(.sha512, user: user, password: password, salted: salted)
    }
  }

  private func check(_ text: String, _ name: String) throws(SASLError) {
    guard !text.isEmpty else { throw .unusableCredential("the \(name) is empty") }
    guard !text.unicodeScalars.contains(where: \.isForbidden) else {
      throw .unusableCredential("the \(name) has a control character or one that stands for nothing")
    }
  }
}

extension SASLCredentials: Hashable {
  package static func == (one: SASLCredentials, other: SASLCredentials) -> Bool {
    one.way == other.way && one.user == other.user && one.password == other.password
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(way)
    hasher.combine(user)
    hasher.combine(password)
  }
}

extension SASLCredentials: CustomStringConvertible {
  package var description: String { "\(mechanism) as '\(user)'" }
}

extension Unicode.Scalar {
  /// RFC 3454, tables C.2 and C.4 to C.6.
  fileprivate var isForbidden: Bool {
    properties.generalCategory == .control || properties.isNoncharacterCodePoint
      || (0xFFF9...0xFFFD).contains(value)
  }
}
