import Model
import Systemd
import Transport

/// Asks a token endpoint, and asks again what may go better the next time, until the deadline.
struct TokenFetcher: Sendable {
  let endpoint: TokenEndpoint
  let client: HTTPClient
  let loop: EventLoop
  let time: any TimeSource

  private static let firstPause = Duration.milliseconds(100)
  private static let longestPause = Duration.seconds(10)

  /// The description names the endpoint in every error.
  @concurrent
  func fetch() async throws(SASLError) -> BearerToken {
    let end = time.now().uptime + endpoint.deadline
    var pause = Self.firstPause
    while true {
      let answer = try await ask(within: max(.milliseconds(1), end - time.now().uptime))
      guard case .refused(let reason, let advice, let mayRetry) = answer else {
        if case .token(let token) = answer { return token }
        continue
      }
      // Many clients may wait for one server to come back.
      let jittered = pause * Double.random(in: 0.5...1)
      guard mayRetry, time.now().uptime + jittered < end else {
        throw .unavailable("\(endpoint) \(reason)", advice: advice)
      }
      do throws(CancellationError) {
        try await loop.sleep(for: jittered)
      } catch {
        throw .cancelled
      }
      pause = min(pause * 2, Self.longestPause)
    }
  }

  private func ask(within limit: Duration) async throws(SASLError) -> TokenAnswer {
    do throws(TransportError) {
      let response = try await client.send(endpoint.request(within: limit))
      let body = try await response.body.collect(upTo: BearerToken.limit)
      return TokenAnswer(status: response.status, body: body, now: time.now().wall)
    } catch {
      if error.kind == .cancelled { throw .cancelled }
      return .refused(
        reason: "gave no answer: \(error.cause)",
        advice: error.kind.advice ?? "Look into the log of that server.",
        mayRetry: !error.kind.isAboutTrust && error.kind != .invalidRequest)
    }
  }
}
