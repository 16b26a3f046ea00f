import Model

/// Requests to read the configuration again, one after the other.
final class ReloadQueue: Sendable {
  /// Says how a reload went: nil, or what is wrong.
  typealias Answer = @Sendable (String?) -> Void

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

  /// Nil when the configuration was valid and is in use, else what is wrong with it.
  func reload() async -> String? {
    await withCheckedContinuation { continuation in
      switch input.yield({ continuation.resume(returning: $0) }) {
      case .enqueued: break
      case .dropped: continuation.resume(returning: "too many reloads are waiting already; try again later")
      case .terminated: continuation.resume(returning: "the program is stopping")
      @unknown default: continuation.resume(returning: "the reload could not be queued")
      }
    }
  }

  /// Whoever still waits is told that the program is stopping; call it when nobody takes requests any more.
  func close() async {
    input.finish()
    for await answer in requests { answer("the program is stopping") }
  }
}
