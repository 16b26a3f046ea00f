/// A body as it comes, once.
///
/// Nothing is received ahead of the reader beyond a bounded buffer.
package struct HTTPBody: AsyncSequence, Sendable {
  private let lease: TransferLease

  init(_ lease: TransferLease) {
    self.lease = lease
  }

  package func makeAsyncIterator() -> Iterator {
    Iterator(body: self, lease: TransferLease(sharing: lease))
  }

  /// The whole of it, if it is not longer than this.
  package func collect(upTo maximum: Int) async throws(TransportError) -> [UInt8] {
    var collected: [UInt8] = []
    var iterator = makeAsyncIterator()
    while let chunk = try await iterator.next() {
      guard collected.count + chunk.count <= maximum else { throw await lease.tooLarge(maximum) }
      collected.append(contentsOf: chunk)
    }
    return collected
  }

  /// Let go of before the end, it closes the connection.
  package struct Iterator: AsyncIteratorProtocol {
    /// Held, for the body's own lease must not end before the iterator's.
    fileprivate let body: HTTPBody
    fileprivate let lease: TransferLease

    package mutating func next() async throws(TransportError) -> [UInt8]? {
      try await next(isolation: #isolation)
    }

    package mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(TransportError) -> [UInt8]? {
      try await lease.next()
    }
  }
}
