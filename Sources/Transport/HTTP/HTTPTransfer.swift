import Model
import Systemd

/// One request on its way, and what came back so far.
///
/// Only on the loop.
final class HTTPTransfer: Transfer {
  let easy: CurlEasy
  let request: HTTPRequest
  let attempt: String
  let address: String
  let head = Awaited<HTTPResponse.Head>()
  private weak let engine: TransferEngine?
  private var incoming = ResponseHead()
  private var headerBytes = 0
  private var bodyBytes = 0
  private var queue = BodyQueue()
  private var isPaused = false
  private var nextChunk: Awaited<[UInt8]?>?
  /// Why we told libcurl to stop; its own words would be about a callback.
  private var refusal: TransportError?
  private var outcome: Result<Void, TransportError>?
  private var deadlines: DeadlineTimers

  init(
    _ request: HTTPRequest, _ target: RequestTarget, easy: CurlEasy, engine: TransferEngine, loop: EventLoop
  ) {
    self.request = request
    self.easy = easy
    self.engine = engine
    attempt = "\(request.method.rawValue) \(target.path)"
    address = target.address
    deadlines = DeadlineTimers(request.deadlines, loop: loop)
  }

  func start() throws(CurlFailure) {
    deadlines.whenLate = { [weak self] phase, limit in self?.late(phase, limit) }
    deadlines.start()
    easy.handler = self
    try easy.listen()
    try engine?.start(self)
  }

  func error(_ kind: TransportError.Kind, _ reason: String) -> TransportError {
    TransportError(kind, attempt: attempt, address: address, reason: reason)
  }

  func ended(_ failure: CurlFailure?) {
    engine?.remove(easy)
    guard let failure else { return finish(.success(())) }
    finish(
      .failure(
        refusal ?? overlongLine(failure) ?? TransportError(failure, attempt: attempt, address: address)))
  }

  /// Closes the connection, unless all has been received.
  func fail(_ error: TransportError) {
    guard outcome == nil else { return }
    engine?.remove(easy)
    finish(.failure(error))
  }

  /// libcurl gives up on a line of 100 kB before we hear of it, and calls that a lack of memory.
  private func overlongLine(_ failure: CurlFailure) -> TransportError? {
    guard failure.isOutOfMemory, headerBytes > 0, !head.isSettled else { return nil }
    return error(.headersTooLarge, "a line of the head is longer than libcurl takes")
  }

  private func late(_ phase: Deadlines.Phase, _ limit: Duration) {
    fail(.late(phase, after: limit, attempt: attempt, address: address))
  }

  private func finish(_ result: Result<Void, TransportError>) {
    guard outcome == nil else { return }
    outcome = result
    deadlines.end()
    switch result {
    case .success:
      head.settle(.failure(error(.malformedResponse, "the response has no head")))
      nextChunk?.settle(.success(nil))
    case .failure(let error):
      head.settle(.failure(error))
      nextChunk?.settle(.failure(error))
    }
    nextChunk = nil
  }
}

extension HTTPTransfer {
  /// The next piece of the body, now or when it comes; nil at its end.
  func takeChunk() throws(TransportError) -> Awaited<[UInt8]?> {
    guard nextChunk == nil else {
      throw error(.invalidRequest, "two tasks read one body")
    }
    let awaited = Awaited<[UInt8]?>()
    if let chunk = queue.popFirst() {
      awaited.settle(.success(chunk))
      resumeIfThereIsRoom()
    } else if let outcome {
      awaited.settle(outcome.map { nil })
    } else {
      nextChunk = awaited
    }
    return awaited
  }

  private func resumeIfThereIsRoom() {
    guard isPaused, queue.hasRoomAgain, outcome == nil else { return }
    isPaused = false
    deadlines.enter(.idle)
    do throws(CurlFailure) {
      try easy.resume()
    } catch {
      fail(refusal ?? TransportError(error, attempt: attempt, address: address))
    }
  }
}

extension HTTPTransfer: CurlEasyHandler {
  func connected() {
    deadlines.enter(.firstByte)
  }

  func received(headerLine line: [UInt8]) -> Bool {
    deadlines.enter(.idle)
    headerBytes += line.count
    guard headerBytes <= request.maximumHeaderBytes else {
      refusal = error(.headersTooLarge, "the head is longer than \(request.maximumHeaderBytes) bytes")
      return false
    }
    if incoming.take(line, followsRedirects: request.maximumRedirects > 0) == .complete {
      let expiry = easy.peerCertificateExpiry.flatMap(CertificateDate.parse)
      head.settle(
        .success(.init(status: incoming.status, fields: incoming.fields, certificateExpiry: expiry)))
    }
    return true
  }

  func received(body chunk: [UInt8]) -> ChunkVerdict {
    if queue.isFull {
      isPaused = true
      deadlines.pause()
      return .pause
    }
    bodyBytes += chunk.count
    if let limit = request.maximumBodyBytes, bodyBytes > limit {
      refusal = error(.bodyTooLarge, "the body is longer than \(limit) bytes")
      return .abort
    }
    deadlines.enter(.idle)
    queue.append(chunk)
    if let waiting = nextChunk, let first = queue.popFirst() {
      nextChunk = nil
      waiting.settle(.success(first))
    }
    return .taken
  }
}
