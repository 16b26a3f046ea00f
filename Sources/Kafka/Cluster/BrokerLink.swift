import Model
import Systemd
import Transport

/// One lane to one broker: a connection that is made when somebody needs it, and made again after it ended.
actor BrokerLink {
  private enum State {
    case idle
    case connecting
    case open(KafkaConnection)
    /// Could not be connected to, and is left alone until then, on the boot clock.
    case resting(until: Duration, because: KafkaError)
    case retired
  }

  nonisolated let endpoint: StreamEndpoint
  private let settings: ConnectionSettings
  private let meter: RequestMeter
  private let loop: EventLoop
  private var backoff: LinkBackoff
  private var state = State.idle
  /// Why the last attempt to connect failed; nil after one that did not.
  private var lastFailure: KafkaError?
  private var waiters: [UInt64: Waiter] = [:]
  private var lastWaiter: UInt64 = 0
  private nonisolated let demands = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

  private struct Waiter {
    let continuation: CheckedContinuation<Result<KafkaConnection, KafkaError>, Never>
    let timer: LoopTimer
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  init(
    to endpoint: StreamEndpoint, _ settings: ConnectionSettings, longestPause: Duration, meter: RequestMeter,
    on loop: EventLoop
  ) {
    self.endpoint = endpoint
    self.settings = settings
    self.meter = meter
    self.loop = loop
    backoff = LinkBackoff(longest: longestPause)
  }

  /// The connection, made first if there is none; who comes while the broker is left alone gets the error of the last attempt.
  func connection(deadline: Duration) async throws(KafkaError) -> KafkaConnection {
    switch state {
    case .open(let connection):
      guard await isSpent(connection) else { return connection }
      await connection.close()
      // Its own end is noticed in a later turn of the loop, and a new one is made then.
      if case .open(let current) = state, current === connection { state = .connecting }
    case .resting(let end, let error):
      if loop.time.now().uptime < end { throw error }
      state = .idle
    case .retired: throw failure(.closedByOurselves)
    case .idle, .connecting: break
    }
    demands.continuation.yield()
    return try await wait(deadline).get()
  }

  /// Closes it for good.
  func retire() async {
    let before = state
    state = .retired
    demands.continuation.finish()
    settle(.failure(failure(.closedByOurselves)))
    if case .open(let connection) = before { await connection.close() }
  }

  /// Closes the connection; the next question makes another one.
  func renew() async {
    if case .resting = state { state = .idle }
    guard case .open(let connection) = state else { return }
    state = .connecting
    await connection.close()
  }

  /// Keeps the connection as long as it is wanted; ends when the link is retired or the task cancelled.
  func run() async {
    for await _ in demands.stream {
      if case .open = state { continue }
      if case .resting = state { continue }
      if case .retired = state { break }
      await connect()
    }
    await retire()
  }

  private func connect() async {
    state = .connecting
    let start = loop.time.now().uptime
    do {
      try await KafkaConnection.withConnection(
        to: endpoint, settings, meter: meter, time: loop.time, on: loop
      ) { connection in
        guard opened(connection) else { return }
        _ = await connection.untilEnded()
      }
      ended()
    } catch {
      failed(error as? KafkaError, since: start)
    }
  }

  /// False when nobody wants it any more.
  private func opened(_ connection: KafkaConnection) -> Bool {
    if case .retired = state { return false }
    backoff.succeeded()
    lastFailure = nil
    state = .open(connection)
    settle(.success(connection))
    return true
  }

  private func ended() {
    if case .retired = state { return }
    state = .idle
    if !waiters.isEmpty { demands.continuation.yield() }
  }

  /// The pause counts from the beginning of the attempt: one that failed late must not make the next one late too.
  private func failed(_ error: KafkaError?, since start: Duration) {
    if case .retired = state { return }
    let error = error ?? failure(.cancelled)
    lastFailure = error
    state = .resting(until: start + backoff.pause(), because: error)
    settle(.failure(error))
  }

  /// Ended a moment ago, or soon to be ended by the broker.
  private func isSpent(_ connection: KafkaConnection) async -> Bool {
    if await connection.hasEnded { return true }
    guard let end = await connection.reauthenticateAt else { return false }
    return loop.time.now().uptime >= end
  }

  private func wait(_ deadline: Duration) async -> Result<KafkaConnection, KafkaError> {
    lastWaiter += 1
    let id = lastWaiter
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if case .open(let connection) = state { return continuation.resume(returning: .success(connection)) }
        let timer = loop.schedule(after: deadline) { [weak self] in
          self?.assumeIsolated { $0.giveUp(id, $0.lastFailure ?? $0.failure(.timeout(after: deadline))) }
        }
        waiters[id] = Waiter(continuation: continuation, timer: timer)
        if Task.isCancelled { giveUp(id, failure(.cancelled)) }
      }
    } onCancel: { [weak self, loop] in
      guard let self else { return }
      loop.perform { _ in self.assumeIsolated { $0.giveUp(id, $0.failure(.cancelled)) } }
    }
  }

  /// A broker takes its time to refuse a login: who waits less than that is told what it said the last time.
  private func giveUp(_ id: UInt64, _ error: KafkaError) {
    waiters.removeValue(forKey: id)?.continuation.resume(returning: .failure(error))
  }

  private func failure(_ kind: KafkaError.Kind) -> KafkaError {
    KafkaError(kind, broker: endpoint.description, api: nil)
  }

  private func settle(_ outcome: Result<KafkaConnection, KafkaError>) {
    let settled = waiters
    waiters = [:]
    for waiter in settled.values { waiter.continuation.resume(returning: outcome) }
  }
}
