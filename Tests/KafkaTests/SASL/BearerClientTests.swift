import TestSupport
import Testing

@testable import Kafka

@Suite struct BearerClientTests {
  private struct FixedToken: TokenSource {
    let value: String
    var description: String { "a test" }

    func token() async throws(SASLError) -> String { value }
  }

  /// RFC 7628, section 4.1, less the two fields that Kafka has no use for.
  @Test func `a token goes out as it was published`() async throws {
    let token = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg=="
    var client = try await BearerCredentials(FixedToken(value: token)).client(for: "broker")
    #expect(try client.start() == Array("n,,\u{1}auth=Bearer \(token)\u{1}\u{1}".utf8))
    #expect(try client.answer([]) == nil)
  }

  @Test func `extensions follow the token`() async throws {
    let credentials = BearerCredentials(
      FixedToken(value: "t"), extensions: ["logicalCluster": "lkc-1", "identityPoolId": "pool-2"])
    var client = try await credentials.client(for: "broker")
    let text = "n,,\u{1}auth=Bearer t\u{1}identityPoolId=pool-2\u{1}logicalCluster=lkc-1\u{1}\u{1}"
    #expect(try client.start() == Array(text.utf8))
  }

  /// RFC 7628, section 3.2.3.
  @Test func `a refusal is acknowledged, and is an error if the broker goes on`() async throws {
    var client = try await BearerCredentials(FixedToken(value: "t")).client(for: "broker")
    _ = try client.start()
    let words = #"{"status":"invalid_token"}"#
    #expect(try client.answer(Array(words.utf8)) == [1])
    #expect(throws: SASLError.refused(words)) { try client.answer([]) }
  }

  @Test(arguments: ["", "a b", "a\u{1}b", "a\nb", "=", "é", "a=b"])
  func `a token that would be more than one is not sent`(token: String) async {
    await #expect {
      try await BearerCredentials(FixedToken(value: token)).client(for: "broker")
    } throws: { error in
      "\(error)" == "what a test gave has characters that a token cannot have"
    }
  }

  @Test(arguments: [
    ("auth", "x"), ("", "x"), ("a1", "x"), ("é", "x"), ("a", ""), ("a", "x\u{1}"), ("a", "é"),
  ])
  func `an extension that no broker takes is refused`(name: String, value: String) async {
    await #expect {
      try await BearerCredentials(FixedToken(value: "t"), extensions: [name: value]).client(for: "broker")
    } throws: { error in
      if case .unusableCredential = error as? SASLError { true } else { false }
    }
  }

  @Test func `a token file that is not there or is empty is a clear error`() async throws {
    let directory = try TemporaryDirectory()
    let file = TokenFile(path: directory.file("token"))
    await #expect(
      throws: SASLError.unavailable(
        "cannot read \(directory.file("token")): No such file or directory",
        advice: "Name the file that holds the token, and let this user read it.")
    ) { try await file.token() }
    _ = try directory.write(Array(" \n".utf8), to: "token")
    await #expect(
      throws: SASLError.unavailable(
        "the token file \(directory.file("token")) is empty", advice: "Look into what should write it.")
    ) { try await file.token() }
    _ = try directory.write(Array("abc\r\n".utf8), to: "token")
    #expect(try await file.token() == "abc")
  }
}
