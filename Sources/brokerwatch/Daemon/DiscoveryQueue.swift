/// That other brokers were found on this host than before; however often, it is looked into once.
final class DiscoveryQueue: Sendable {
  let changes: AsyncStream<Void>
  private let input: AsyncStream<Void>.Continuation

  init() {
    (changes, input) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  func note() {
    input.yield()
  }
}
