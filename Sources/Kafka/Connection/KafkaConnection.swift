package import Model
import Systemd
package import Transport

/// One connection to one broker, on which any number of tasks ask at once.
///
/// Its work runs on an event loop; requests are written and replies are read on the global pool.
package actor KafkaConnection {
  package nonisolated let endpoint: StreamEndpoint
  /// What the broker speaks.
  package internal(set) var versions = APIVersionTable(ApiVersionsResponse())
  /// What the broker said of itself, for its features.
  package internal(set) var apiVersions = ApiVersionsResponse()
  /// Uptime, at 80 % of the session's lifetime, after which to connect anew; nil: never.
  package internal(set) var reauthenticateAt: Duration?
  nonisolated let settings: ConnectionSettings
  nonisolated let time: any TimeSource
  nonisolated let meter: RequestMeter
  let stream: ByteStream
  private let loop: EventLoop
  private var assembler: FrameAssembler
  private var pending: [Int32: PendingRequest] = [:]
  private var lastCorrelationID: Int32 = 0
  private var ended: KafkaError?
  private let outgoing = AsyncStream<ByteBlock>.makeStream()
  private nonisolated let ending = AsyncStream<KafkaError>.makeStream()

  /// More than anybody has a use for: brokers work at one request of a connection at a time.
  package static let maximumInFlight = 256

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  init(
    _ stream: ByteStream, _ settings: ConnectionSettings, meter: RequestMeter, time: any TimeSource,
    on loop: EventLoop
  ) {
    self.stream = stream
    self.settings = settings
    self.meter = meter
    self.time = time
    self.loop = loop
    endpoint = stream.endpoint
    assembler = FrameAssembler(limit: settings.replyLimit)
  }

  /// When the broker's certificate ends; nil without TLS.
  package var certificateExpiry: Timestamp? {
    get async { await stream.certificateExpiry }
  }

  /// Waits until the connection is of no use any more and says why; nil if the task is cancelled before.
  ///
  /// For one task.
  package nonisolated func untilEnded() async -> KafkaError? {
    for await error in ending.stream { return error }
    return nil
  }

  var hasEnded: Bool { ended != nil }

  package func close() {
    end(.closedByOurselves)
  }

  nonisolated func failure(_ kind: KafkaError.Kind, _ api: APIKey?) -> KafkaError {
    KafkaError(kind, broker: endpoint.description, api: api)
  }
}

// Requests

extension KafkaConnection {
  func nextCorrelationID() -> Int32 {
    lastCorrelationID &+= 1
    return lastCorrelationID
  }

  /// Sends a frame and waits for the reply to it.
  ///
  /// A cancelled task gets its error at once, and the connection stays as it is.
  func exchange(
    _ frame: [UInt8], _ id: Int32, _ api: APIKey, deadline: Duration
  ) async throws(KafkaError) -> [UInt8] {
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { enqueue(frame, id, api, deadline: deadline, waiter: $0) }
    } onCancel: { [weak self, loop] in
      guard let self else { return }
      loop.perform { _ in self.assumeIsolated { $0.cancel(id) } }
    }
    return try outcome.get()
  }

  private func enqueue(
    _ frame: [UInt8], _ id: Int32, _ api: APIKey, deadline: Duration,
    waiter: CheckedContinuation<PendingRequest.Outcome, Never>
  ) {
    if let ended { return waiter.resume(returning: .failure(ended.past(for: api))) }
    if Task.isCancelled { return waiter.resume(returning: .failure(failure(.cancelled, api))) }
    guard pending.count < Self.maximumInFlight else {
      return waiter.resume(returning: .failure(failure(.tooManyRequests(limit: Self.maximumInFlight), api)))
    }
    let timer = loop.schedule(after: deadline) { [weak self] in
      self?.assumeIsolated { $0.end(.timeout(after: deadline), because: id) }
    }
    pending[id] = PendingRequest(api: api, started: time.now().uptime, waiter: waiter, deadline: timer)
    meter.countRequest(api)
    outgoing.continuation.yield(ByteBlock(frame))
  }

  private func cancel(_ id: Int32) {
    guard let waiter = pending[id]?.waiter else { return }
    pending[id]?.waiter = nil
    waiter.resume(returning: .failure(failure(.cancelled, pending[id]?.api)))
  }
}

// Reading and writing

extension KafkaConnection {
  /// Hands the transport one frame after the other, until the connection ends.
  func write() async {
    do throws(TransportError) {
      for await block in outgoing.stream {
        try await stream.send(block)
        meter.count(sent: block.count)
      }
    } catch {
      end(KafkaError.Kind(error))
    }
  }

  /// Gives every reply to the task that waits for it, until the connection ends.
  func read() async {
    do throws(TransportError) {
      while let bytes = try await stream.receive(upTo: 256 * 1024) {
        meter.count(received: bytes.count)
        take(bytes)
      }
      end(.closedByBroker(midReply: assembler.isInsideFrame))
    } catch {
      end(KafkaError.Kind(error))
    }
  }

  private func take(_ bytes: [UInt8]) {
    guard ended == nil else { return }
    do throws(WireError) {
      for arrival in try assembler.append(bytes) { deliver(arrival) }
    } catch {
      end(.unusable(error))
    }
  }

  private func deliver(_ arrival: FrameAssembler.Arrival) {
    switch arrival {
    case .frame(let payload):
      guard let id = Frame.correlationID(of: payload), let request = settle(id) else { return }
      request.waiter?.resume(returning: .success(payload))
    case .tooLarge(let id, let length):
      guard let request = settle(id) else { return }
      let error = failure(.replyTooLarge(bytes: length, limit: settings.replyLimit), request.api)
      request.waiter?.resume(returning: .failure(error))
    }
  }

  private func settle(_ id: Int32) -> PendingRequest? {
    guard ended == nil else { return nil }
    guard let request = pending.removeValue(forKey: id) else {
      end(.unexpectedReply(correlationID: id))
      return nil
    }
    meter.countReply(request.api, after: time.now().uptime - request.started)
    return request
  }

  /// Closes the connection and fails every request that waits; `culprit` is the one that it is about, if it is about one.
  private func end(_ kind: KafkaError.Kind, because culprit: Int32? = nil) {
    guard ended == nil else { return }
    let reason = failure(kind, culprit.flatMap { pending[$0]?.api })
    ended = reason
    // On this very loop, where nothing may be awaited: the timer that calls this could not.
    stream.assumeIsolated { $0.close() }
    outgoing.continuation.finish()
    for (id, request) in pending {
      let error = id == culprit ? reason : reason.seen(by: request.api)
      request.waiter?.resume(returning: .failure(error))
    }
    pending = [:]
    ending.continuation.yield(reason)
    ending.continuation.finish()
  }
}
