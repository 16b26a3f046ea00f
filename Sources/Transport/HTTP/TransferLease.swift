/// The right to read one response; given up, it closes the connection unless all has been received.
final class TransferLease: Sendable {
  private let client: HTTPClient
  private let transfer: HTTPClient.TransferID

  init(client: HTTPClient, transfer: HTTPClient.TransferID) {
    self.client = client
    self.transfer = transfer
  }

  convenience init(sharing other: TransferLease) {
    self.init(client: other.client, transfer: other.transfer)
  }

  deinit {
    client.abandon(transfer)
  }

  func next() async throws(TransportError) -> [UInt8]? {
    try await client.nextChunk(of: transfer)
  }

  func tooLarge(_ maximum: Int) async -> TransportError {
    await client.error(.bodyTooLarge, "the body is longer than \(maximum) bytes", in: transfer)
  }
}
