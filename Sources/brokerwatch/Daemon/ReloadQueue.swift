import Exporter

/// Requests to read the configuration again, one after the other.
final class ReloadQueue: Sendable {
  /// Says how a reload went.
  typealias Answer = @Sendable (Route.ReloadOutcome) -> Void

  /// More than this many at once is somebody in a loop.
  private static let capacity = 8

  let requests: AsyncStream<Answer>
  private let input: AsyncStream<Answer>.Continuation

  init() {
    (requests, input) = AsyncStream.makeStream(
      of: Answer.self, bufferingPolicy: .bufferingOldest(Self.capacity))
  }

  func request() {
    input.yield { _ in }
  }

  func reload() async -> Route.ReloadOutcome {
    await withCheckedContinuation { continuation in
      switch input.yield({ continuation.resume(returning: $0) }) {
      case .enqueued: break
      case .dropped:
        continuation.resume(returning: .rejected("too many reloads are waiting already; try again later"))
      case .terminated: continuation.resume(returning: .rejected("the program is stopping"))
      @unknown default: continuation.resume(returning: .rejected("the reload could not be queued"))
      }
    }
  }

  /// Whoever still waits is told that the program is stopping; call it when nobody takes requests any more.
  func close() async {
    input.finish()
    for await answer in requests { answer(.rejected("the program is stopping")) }
  }
}
