import Transport

extension ByteStream {
  /// That many bytes; fewer if the stream ends before.
  nonisolated func receive(exactly count: Int) async throws(TransportError) -> [UInt8] {
    var received: [UInt8] = []
    received.reserveCapacity(count)
    while received.count < count, let more = try await receive(upTo: min(65_536, count - received.count)) {
      received += more
    }
    return received
  }
}
