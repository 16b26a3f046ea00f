package import Systemd

/// Sends requests over connections that it keeps for later ones. Its work runs on an event loop.
///
/// Cancelling the task that waits for a response or reads a body closes the connection at once. Cancel such tasks
/// before the loop is stopped: then nothing comes in any more.
package actor HTTPClient {
  typealias TransferID = UInt64

  private let loop: EventLoop
  private let userAgent: String
  private let engine: TransferEngine
  private var transfers: [TransferID: HTTPTransfer] = [:]
  private var lastTransfer: TransferID = 0

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  /// Requests beyond `maximumConnections` wait for one to become free; their deadlines run.
  package init(on loop: EventLoop, userAgent: String, maximumConnections: Int = 64) throws(TransportError) {
    self.loop = loop
    self.userAgent = userAgent
    do throws(CurlFailure) {
      engine = try TransferEngine(loop: loop, maximumConnections: maximumConnections)
    } catch {
      throw TransportError(error, attempt: "setting up", address: "an HTTP client")
    }
  }

  // Connections are closed where their descriptors are watched.
  isolated deinit {}

  /// Answers when the head of the response has come; its body follows as it is read.
  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let (id, transfer) = try start(request)
    let lease = TransferLease(client: self, transfer: id)
    let cancelled = transfer.error(.cancelled, "the task was cancelled")
    let head = try await transfer.head.value(orOnCancellation: cancelled) { [weak self] in self?.abandon(id) }
    return HTTPResponse(head, body: HTTPBody(lease))
  }

  /// Closes the connection of a transfer that still runs, and forgets it.
  ///
  /// Any thread may call it.
  nonisolated func abandon(_ id: TransferID) {
    loop.perform { _ in
      self.assumeIsolated { $0.remove(id) }
    }
  }

  func nextChunk(of id: TransferID) async throws(TransportError) -> [UInt8]? {
    guard let transfer = transfers[id] else {
      throw TransportError(
        .cancelled, attempt: "reading", address: "the body of a response", reason: "it was given up before")
    }
    let cancelled = transfer.error(.cancelled, "the task was cancelled")
    let chunk = try transfer.takeChunk()
    return try await chunk.value(orOnCancellation: cancelled) { [weak self] in self?.abandon(id) }
  }

  func error(_ kind: TransportError.Kind, _ reason: String, in id: TransferID) -> TransportError {
    transfers[id]?.error(kind, reason)
      ?? TransportError(kind, attempt: "reading", address: "the body of a response", reason: reason)
  }

  private func start(_ request: HTTPRequest) throws(TransportError) -> (TransferID, HTTPTransfer) {
    var attempt = request.method.rawValue
    var address = "the given URL"
    do throws(CurlFailure) {
      let target = try RequestTarget(request)
      (attempt, address) = ("\(attempt) \(target.path)", target.address)
      if let complaint = request.fields.complaint { throw CurlFailure(invalid: complaint) }
      let easy = try CurlEasy()
      try easy.apply(request, target, userAgent: userAgent)
      let transfer = HTTPTransfer(request, target, easy: easy, engine: engine, loop: loop)
      try transfer.start()
      lastTransfer += 1
      transfers[lastTransfer] = transfer
      return (lastTransfer, transfer)
    } catch {
      throw TransportError(error, attempt: attempt, address: address)
    }
  }

  private func remove(_ id: TransferID) {
    guard let transfer = transfers.removeValue(forKey: id) else { return }
    transfer.fail(transfer.error(.cancelled, "nobody reads the response any more"))
  }
}
