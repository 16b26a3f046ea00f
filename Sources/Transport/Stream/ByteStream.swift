package import Model
package import Systemd

/// Raw bytes over TCP or TLS. Its work runs on an event loop.
///
/// One task may receive while others send; sends go out whole and in turn. Cancel who waits before the loop is stopped.
package actor ByteStream {
  /// When the peer's certificate ends; nil without TLS.
  package private(set) var certificateExpiry: Timestamp?
  package nonisolated let endpoint: StreamEndpoint
  private let loop: EventLoop
  private let easy: CurlEasy
  /// One for each stream: with others in it, libcurl would close a connection that it thinks idle.
  private let engine: TransferEngine
  private var pump: StreamPump?
  private var isOpen = false
  private var lastSend: UInt64 = 0

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  /// Connects, with TLS if the endpoint wants it.
  package static func connect(
    to endpoint: StreamEndpoint, deadline: Duration? = .seconds(5), on loop: EventLoop
  ) async throws(TransportError) -> ByteStream {
    let stream: ByteStream
    do throws(CurlFailure) {
      stream = try ByteStream(endpoint, deadline: deadline, on: loop)
    } catch {
      throw TransportError(error, attempt: "connection", address: endpoint.description)
    }
    try await stream.open(deadline: deadline)
    return stream
  }

  private init(_ endpoint: StreamEndpoint, deadline: Duration?, on loop: EventLoop) throws(CurlFailure) {
    self.endpoint = endpoint
    self.loop = loop
    engine = try TransferEngine(loop: loop, maximumConnections: 1)
    easy = try CurlEasy()
    try easy.apply(endpoint, connectDeadline: deadline)
  }

  isolated deinit {
    shut(because: "it was let go of")
  }

  /// Waits until the transport has taken all bytes of the block.
  ///
  /// Cancelled half-way it closes the stream, for what follows would make no sense to the peer.
  package func send(_ block: ByteBlock) async throws(TransportError) {
    lastSend += 1
    let id = lastSend
    let accepted = try openPump(for: "sending").send(block, id: id)
    try await accepted.value(orOnCancellation: cancelled("sending")) { [weak self] in
      self?.later { $0.takeBack(id) }
    }
  }

  /// The next bytes, at most `limit`; nil when the peer has ended the stream.
  ///
  /// Cancelled it loses no bytes.
  package func receive(upTo limit: Int = 64 * 1024) async throws(TransportError) -> [UInt8]? {
    let received = try openPump(for: "receiving").receive(upTo: limit)
    return try await received.value(orOnCancellation: cancelled("receiving")) { [weak self] in
      self?.later { $0.pump?.stopReading(received) }
    }
  }

  /// Closes the connection; who waits gets an error.
  package func close() {
    shut(because: "it was closed by ourselves")
  }

  private func open(deadline: Duration?) async throws(TransportError) {
    let connector = StreamConnector(endpoint, easy: easy)
    do throws(CurlFailure) {
      try connector.start(on: engine, deadline: deadline, loop: loop)
      isOpen = true
    } catch {
      throw TransportError(error, attempt: "connection", address: endpoint.description)
    }
    do throws(TransportError) {
      try await connector.connected.value(orOnCancellation: cancelled("connection")) {}
      certificateExpiry = easy.peerCertificateExpiry.flatMap(CertificateDate.parse)
      pump = try StreamPump(easy, address: endpoint.description, loop: loop)
    } catch {
      shut(because: "it was never open")
      throw error
    }
  }

  private func openPump(for attempt: String) throws(TransportError) -> StreamPump {
    guard let pump else { throw failure(.closed, "the stream is closed", attempt: attempt) }
    return pump
  }

  private func takeBack(_ send: UInt64) {
    guard pump?.takeBack(send) == false else { return }
    shut(because: "a send was cancelled half-way")
  }

  private func shut(because reason: String) {
    guard isOpen else { return }
    isOpen = false
    pump?.close(failure(.closed, "the stream is closed: \(reason)", attempt: "stream"))
    engine.remove(easy)
  }

  private nonisolated func later(_ body: @escaping @Sendable (isolated ByteStream) -> Void) {
    loop.perform { _ in
      self.assumeIsolated { body($0) }
    }
  }

  private func cancelled(_ attempt: String) -> TransportError {
    failure(.cancelled, "the task was cancelled", attempt: attempt)
  }

  private func failure(_ kind: TransportError.Kind, _ reason: String, attempt: String) -> TransportError {
    TransportError(kind, attempt: attempt, address: endpoint.description, reason: reason)
  }
}
