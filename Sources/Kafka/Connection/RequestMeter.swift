import Model

/// Counts for many connections, one after the other or at once.
package final class RequestMeter: Sendable {
  private let counted = Locked(RequestStatistics())

  package init() {}

  package var statistics: RequestStatistics {
    counted.withLock { $0 }
  }

  /// Counts what a reply says went wrong; only who sent the request knows where in it that stands.
  package func count(_ code: ErrorCode, in api: APIKey) {
    count(error: code.name, in: api)
  }

  func count(error name: String, in api: APIKey) {
    counted.withLock { $0.errors[api, default: [:]][name, default: 0] += 1 }
  }

  func countRequest(_ api: APIKey) {
    counted.withLock { $0.requests[api, default: 0] += 1 }
  }

  func countReply(_ api: APIKey, after duration: Duration) {
    counted.withLock {
      $0.durations[api, default: Histogram(bounds: RequestStatistics.durationBounds)].observe(
        duration.seconds)
    }
  }

  func count(received bytes: Int) {
    counted.withLock { $0.bytesReceived += UInt64(bytes) }
  }

  func count(sent bytes: Int) {
    counted.withLock { $0.bytesSent += UInt64(bytes) }
  }
}
