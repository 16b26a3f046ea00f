import Model
import Systemd
import Transport

/// Pings systemd's watchdog while the event loop turns and the HTTP thread answers.
///
/// A collector that is late or stuck is a metric, never a reason to be killed.
struct Watchdog: Sendable {
  let notifier: Notifier
  let loop: EventLoop
  let client: HTTPClient
  /// Where our own server answers, from here; nil where it has no port to be reached at.
  let healthURL: String?
  let log: Logger

  func run(_ timeout: Duration) async {
    while !Task.isCancelled {
      if await serverAnswers(within: timeout / 4) {
        do { try notifier.pingWatchdog() } catch {
          log.warn("watchdog ping failed", .init("error", "\(error)"))
        }
      } else {
        log.error(
          "our own HTTP server does not answer; the watchdog gets no ping", .init("url", healthURL ?? ""))
      }
      // The sleep ends on the loop: a loop that is stuck pings no more.
      guard (try? await loop.sleep(for: timeout / 2)) != nil else { return }
    }
  }

  /// Whatever the server says, it lives: it may want a password or a certificate that we do not have.
  private func serverAnswers(within limit: Duration) async -> Bool {
    guard let healthURL else { return true }
    var request = HTTPRequest(.get, healthURL)
    request.tls.verification = .off
    request.deadlines = Deadlines(connect: limit, firstByte: limit, idle: limit, total: limit)
    do {
      _ = try await client.send(request)
      return true
    } catch {
      return error.peerAnswered
    }
  }
}

extension TransportError {
  /// Whether the failure itself came from a living server.
  fileprivate var peerAnswered: Bool {
    switch kind {
    case .tlsHandshake, .certificateRejected, .clientCertificateRefused, .closed, .headersTooLarge,
      .malformedResponse:
      true
    default: false
    }
  }
}
