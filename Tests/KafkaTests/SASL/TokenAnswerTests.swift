import Model
import Testing

@testable import Kafka

@Suite struct TokenAnswerTests {
  private let now = Timestamp(seconds: 1_700_000_000)

  private func answer(_ status: Int, _ body: String) -> TokenAnswer {
    TokenAnswer(status: status, body: Array(body.utf8), now: now)
  }

  private func lifetime(_ body: String) -> Duration? {
    guard case .token(let token) = answer(200, body) else { return nil }
    return token.lifetime
  }

  @Test func `a token has the life that the server says`() {
    let expected = TokenAnswer.token(BearerToken(text: "abc", lifetime: .seconds(3599)))
    #expect(answer(200, #"{"access_token":"abc","expires_in":3599,"token_type":"Bearer"}"#) == expected)
    #expect(answer(201, #"{"expires_in":"3599","access_token":"abc","ext_expires_in":1}"#) == expected)
    #expect(lifetime(#"{"access_token":"abc"}"#) == nil)
    #expect(lifetime(#"{"access_token":"abc","expires_in":-1}"#) == nil)
    #expect(lifetime(#"{"access_token":"abc","expires_in":1e300}"#) == nil)
  }

  /// Claims of the example in RFC 7519, section 3.1, with another end.
  @Test func `without a word of the server, a token says itself when it ends`() {
    // {"iss":"joe","exp":1700000100,"http://example.com/is_root":true}
    let claims =
      "eyJpc3MiOiJqb2UiLCJleHAiOjE3MDAwMDAxMDAsImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    #expect(lifetime(#"{"access_token":"eyJhbGciOiJub25lIn0.\#(claims)."}"#) == .seconds(100))
    #expect(lifetime(#"{"access_token":"eyJhbGciOiJub25lIn0.\#(claims)"}"#) == nil)
    #expect(lifetime(#"{"access_token":"a.b.c"}"#) == nil)
  }

  @Test(arguments: ["", "<html>", "{}", #"{"access_token":""}"#, #"{"access_token":1}"#, #"["abc"]"#])
  func `an answer without a token is a clear error`(body: String) {
    #expect(
      answer(200, body)
        == .refused(
          reason: "answered 200, and its answer holds no access_token",
          advice: "Check that the URL is that of a token endpoint of OAuth 2.", mayRetry: false))
  }

  @Test func `only what may go better the next time is asked again`() {
    for status in 300...599 {
      guard case .refused(_, _, let mayRetry) = answer(status, "") else {
        Issue.record("\(status)")
        continue
      }
      let isFinal = (400...415).contains(status) && status != 408 || [501, 505].contains(status)
      #expect(mayRetry == !isFinal, "\(status)")
    }
  }

  @Test func `a server's own words are shown, cut and cleaned`() {
    let long = String(repeating: "x", count: 1000)
    guard case .refused(let reason, let advice, _) = answer(401, #"{"error":"invalid_client\u0000\n"}"#),
      case .refused(let cut, _, _) = answer(400, #"{"error":"a","error_description":"\#(long)"}"#)
    else {
      Issue.record("no refusal")
      return
    }
    #expect(reason == "answered 401 (“invalid_client”)")
    #expect(advice == "Check the client id, the client secret and the scope.")
    #expect(cut.count < 230)
  }
}
