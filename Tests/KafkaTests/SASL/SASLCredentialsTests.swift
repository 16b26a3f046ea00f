import Testing

@testable import Kafka

@Suite struct SASLCredentialsTests {
  @Test func `PLAIN sends both, without an identity to act for`() throws {
    var client = try SASLCredentials(.plain, user: "monitor", password: "pässword").client()
    #expect(try client.start() == Array("\0monitor\0pässword".utf8))
    #expect(try client.answer([]) == nil)
    #expect(throws: SASLError.unexpectedChallenge) { try client.answer([1]) }
  }

  @Test(arguments: PasswordMechanism.allCases, ["", "a\0b", "a\nb", "a\u{7F}", "a\u{FFFD}"])
  func `what nobody can have meant is refused`(mechanism: PasswordMechanism, text: String) {
    for credentials in [
      SASLCredentials(mechanism, user: text, password: "x"),
      SASLCredentials(mechanism, user: "x", password: text),
    ] {
      #expect {
        try credentials.client()
      } throws: { error in
        if case .unusableCredential = error as? SASLError { true } else { false }
      }
    }
  }

  @Test func `a name that no broker takes is refused, and a password of any letters is not`() {
    let error = SASLError.unusableCredential(
      "the user name has characters beyond ASCII, which Kafka does not take with SCRAM-SHA-256")
    #expect(throws: error) { try SASLCredentials(.scramSHA256, user: "wächter", password: "x").client() }
    #expect(throws: Never.self) {
      try SASLCredentials(.scramSHA256, user: "waechter", password: "grün").client()
    }
    #expect(throws: Never.self) { try SASLCredentials(.plain, user: "wächter", password: "grün").client() }
  }

  @Test func `a password is not printed`() {
    let credentials = SASLCredentials(.scramSHA512, user: "monitor", password: "hidden")
    #expect("\(credentials) \(String(reflecting: credentials)) \([credentials])".contains("hidden") == false)
    #expect(credentials.description == "SCRAM-SHA-512 as 'monitor'")
  }
}
