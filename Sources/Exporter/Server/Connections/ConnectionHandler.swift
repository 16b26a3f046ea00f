import Model
import Synchronization

/// What the server does on MHD's thread: fast, without waiting for anything.
final class ConnectionHandler: Sendable {
  private let connections: Connections
  private let routes: Locked<Router>
  private let gate: AccessGate
  private let limits: ServerLimits
  /// Nil for a listener without TLS.
  private let security: (@Sendable () -> TLSSettings?)?
  private let pending: AsyncStream<PendingAnswer>.Continuation
  private let suspensions = Locked(Suspensions())
  private let open = Atomic(0)
  /// Each connection ends with its next reply.
  private let isLeaving = Atomic(false)

  init(
    connections: Connections, routes: Locked<Router>, gate: AccessGate, limits: ServerLimits,
    security: (@Sendable () -> TLSSettings?)?, pending: AsyncStream<PendingAnswer>.Continuation
  ) {
    self.connections = connections
    self.routes = routes
    self.gate = gate
    self.limits = limits
    self.security = security
    self.pending = pending
  }

  var isIdle: Bool {
    open.load(ordering: .acquiring) == 0
  }

  /// From now on every reply asks its client to come back on a new connection.
  func leave() {
    isLeaving.store(true, ordering: .releasing)
  }

  func opened(_ connection: HTTPConnection) -> ConnectionContext {
    open.add(1, ordering: .acquiringAndReleasing)
    let settings = security?()
    if let settings { connection.session?.begin(with: settings) }
    return ConnectionContext(
      id: connections.opened(connection.socket), peer: connection.peer, security: settings)
  }

  func receivedRequestLine(_ context: ConnectionContext, target: String) {
    connections.receivedRequestLine(context.id)
    context.exchange.withLock { $0 = .requestLine(RequestTarget(target)) }
  }

  func completed(_ context: ConnectionContext) {
    context.exchange.withLock { $0 = .none }
    connections.completed(context.id)
  }

  func closed(_ context: ConnectionContext) {
    connections.closed(context.id)
    open.subtract(1, ordering: .acquiringAndReleasing)
  }

  /// Answers what still rests and lets nothing rest any more, so that the daemon can be stopped.
  func answerSuspended() {
    for suspension in suspensions.withLock({ $0.end() }) {
      suspension.finish(.stopping)
    }
  }
}

extension ConnectionHandler {
  /// MHD calls this after the headers, for each part of a body, after the request, and after a resumption; false
  /// closes the connection.
  func handle(_ connection: HTTPConnection, method: String, hasBodyPart: Bool) -> Bool {
    guard let context = connection.context else { return false }
    switch context.exchange.withLock({ $0 }) {
    case .none, .sending: return false
    case .suspended: return true
    case .ready(let reply): return send(reply, on: connection, context)
    case .requestLine(let target):
      context.exchange.withLock { $0 = .request(target) }
      guard let refusal = RequestBody.refusal(of: connection.headers, limit: limits.bodyBytes) else {
        return true
      }
      connections.refuseBody(context.id, handler: router().handlerName(of: target.path))
      return send(refusal, on: connection, context)
    case .request(let target):
      guard !hasBodyPart else { return true }
      let request = HTTPServerRequest(
        method: method, path: target.path, query: target.query, headers: connection.headers,
        peer: context.peer,
        isAuthenticated: context.security?.verifiesClients ?? false)
      return answer(request, on: connection, context)
    }
  }

  private func answer(
    _ request: HTTPServerRequest, on connection: HTTPConnection, _ context: ConnectionContext
  ) -> Bool {
    let router = router()
    connections.begin(context.id, handler: router.handlerName(of: request.path))
    let answer = gate.answer(to: request) { [router, connections] request in
      switch router.destination(method: request.method, path: request.path) {
      case .refusal(let reply): .now(reply)
      case .route(let route):
        connections.admit(context.id, limit: route.limit) ? route.respond(request) : .now(.crowded(route))
      }
    }
    switch answer {
    case .now(let reply): return send(reply, on: connection, context)
    case .later(let work):
      guard let suspension = suspensions.withLock({ $0.add { Suspension(connection, context) } }) else {
        return send(.stopping, on: connection, context)
      }
      enqueue(work, for: suspension)
      return true
    }
  }

  private func router() -> Router {
    routes.withLock { $0 }
  }

  private func enqueue(_ work: @escaping @Sendable () async -> HTTPServerReply, for suspension: Suspension) {
    let answer = PendingAnswer(work: work) { [suspensions] reply in
      // In this order: what is not in the list has been resumed.
      suspension.finish(reply)
      suspensions.withLock { $0.remove(suspension) }
    }
    guard case .enqueued = pending.yield(answer) else { return answer.finish(.stopping) }
  }

  private func send(_ reply: HTTPServerReply, on connection: HTTPConnection, _ context: ConnectionContext)
    -> Bool
  {
    context.exchange.withLock { $0 = .sending }
    connections.beganSending(context.id, code: reply.status)
    let isLast = isLeaving.load(ordering: .acquiring)
    return connection.send(isLast ? reply.adding([.init("Connection", "close")]) : reply)
  }
}

extension HTTPServerReply {
  /// The server is about to end, or has more to do than it ever should.
  fileprivate static let stopping = refusal(
    503, "The server is stopping; try again in a few seconds.", headers: [.init("Retry-After", "5")])

  fileprivate static func crowded(_ route: Route) -> HTTPServerReply {
    let limit = route.limit.map(String.init) ?? "enough"
    return refusal(
      503,
      "\(route.path) answers \(limit) requests at once, and so many are under way; try again in a moment.",
      headers: [.init("Retry-After", "1")])
  }
}
