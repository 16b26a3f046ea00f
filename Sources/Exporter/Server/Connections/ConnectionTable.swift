import Model

/// Every open connection and what it is doing: a pure state machine that says which sockets to shut down.
///
/// MHD's own timeout restarts with every byte, so one byte per second keeps a connection for ever. Here each
/// phase has one deadline, whatever trickles in.
struct ConnectionTable: Sendable {
  typealias Socket = CInt

  enum Admission: Sendable, Hashable {
    case admitted
    /// Admitted in place of a reader that is too slow: its socket must be shut down.
    case admittedInsteadOf(Socket)
    case refused
  }

  private struct Connection: Sendable {
    enum Phase: Sendable {
      case readingHeaders
      case idle
      /// Between complete headers and the answer.
      case answering(Request)
      case sending(Request, code: Int)
    }

    struct Request: Sendable {
      let handler: String
      let headersAt: Duration
      /// It counts against its route's limit.
      var isAdmitted = false
    }

    let socket: Socket
    var phase = Phase.readingHeaders
    /// Uptime at which the phase began.
    var since: Duration
    var isClosing = false

    var request: Request? {
      switch phase {
      case .readingHeaders, .idle: nil
      case .answering(let request), .sending(let request, _): request
      }
    }
  }

  private(set) var statistics = HTTPStatistics()
  private let limits: ServerLimits
  private var connections: [ConnectionID: Connection] = [:]
  private var lastNumber: UInt64 = 0
  private var isDraining = false

  init(limits: ServerLimits) {
    self.limits = limits
    // Known label values begin at 0.
    for reason in ClosingReason.allCases { statistics.closedConnections[reason.rawValue] = 0 }
  }

  /// Requests of these handlers will come: their counters begin at 0, so that the first one is a growth.
  mutating func expect(_ handlers: [String]) {
    for handler in handlers { statistics.requests[.init(handler: handler, code: 200), default: 0] += 0 }
  }

  var isEmpty: Bool {
    connections.isEmpty
  }

  /// No response is under way any more.
  var isDrained: Bool {
    connections.values.allSatisfy { $0.request == nil || $0.isClosing }
  }

  private func underWay(_ handler: String) -> Int {
    connections.values.count { connection in
      guard let request = connection.request, !connection.isClosing else { return false }
      return request.isAdmitted && request.handler == handler
    }
  }
}

extension ConnectionTable {
  /// A connection was accepted; the socket to shut down, if any, is the oldest that nobody serves.
  mutating func opened(_ socket: Socket, at now: Duration) -> (ConnectionID, evicted: Socket?) {
    let evicted = connections.values.count { !$0.isClosing } >= limits.crowded ? evictOldest() : nil
    lastNumber += 1
    let id = ConnectionID(number: lastNumber)
    connections[id] = Connection(socket: socket, since: now)
    statistics.openConnections = connections.count
    return (id, evicted)
  }

  /// The request line is complete. The first request's deadline counts from the connection instead.
  mutating func receivedRequestLine(_ id: ConnectionID, at now: Duration) {
    guard case .idle = connections[id]?.phase else { return }
    enter(.readingHeaders, id, at: now)
  }

  /// The headers are complete; the request counts for this handler, though its route may never see it.
  mutating func begin(_ id: ConnectionID, handler: String, at now: Duration) {
    enter(.answering(.init(handler: handler, headersAt: now)), id, at: now)
  }

  /// The request is let through to its route, unless so many of the route's are under way; nil for no limit.
  mutating func admit(_ id: ConnectionID, limit: Int?, at now: Duration) -> Admission {
    guard case .answering(var request) = connections[id]?.phase else { return .refused }
    var admission = Admission.admitted
    if let limit, underWay(request.handler) >= limit {
      guard let slow = slowestReader(of: request.handler, at: now) else { return .refused }
      admission = .admittedInsteadOf(close(slow.id, slow.socket, because: .readingTooSlow))
    }
    request.isAdmitted = true
    connections[id]?.phase = .answering(request)
    return admission
  }

  mutating func beganSending(_ id: ConnectionID, code: Int, at now: Duration) {
    guard let request = connections[id]?.request else { return }
    enter(.sending(request, code: code), id, at: now)
  }

  /// The request is over, sent or broken off; the socket to shut down, if any, serves nobody any more.
  mutating func completed(_ id: ConnectionID, at now: Duration) -> Socket? {
    guard let connection = connections[id] else { return nil }
    if case .sending(let request, let code) = connection.phase {
      record(request, code: code, at: now)
    }
    enter(.idle, id, at: now)
    return isDraining ? close(id, connection.socket, because: .stopping) : nil
  }

  mutating func closed(_ id: ConnectionID) {
    connections[id] = nil
    statistics.openConnections = connections.count
  }

  /// The server broke off a request whose body it will not read.
  mutating func refusedBody() {
    count(.bodyRefused)
  }

  /// The sockets whose time is up.
  mutating func overdue(at now: Duration) -> [Socket] {
    connections.filter { !$0.value.isClosing }.sorted { $0.key < $1.key }.compactMap { id, connection in
      guard let (limit, reason) = deadline(of: connection), now - connection.since > limit else { return nil }
      return close(id, connection.socket, because: reason)
    }
  }

  /// Ends every connection that is not being served, and each of the others when its response is out.
  mutating func drain() -> [Socket] {
    isDraining = true
    return connections.filter { $0.value.request == nil && !$0.value.isClosing }.sorted { $0.key < $1.key }
      .map { id, connection in close(id, connection.socket, because: .stopping) }
  }
}

extension ConnectionTable {
  private func deadline(of connection: Connection) -> (Duration, ClosingReason)? {
    switch connection.phase {
    case .readingHeaders: (limits.headerTime, .headersTooSlow)
    case .idle: (limits.idleTime, .idle)
    case .answering: nil
    case .sending: (limits.sendingTime, .readingTooSlow)
    }
  }

  private mutating func evictOldest() -> Socket? {
    let candidates = connections.filter { $0.value.request == nil && !$0.value.isClosing }
    guard let oldest = candidates.min(by: { ($0.value.since, $0.key) < ($1.value.since, $1.key) }) else {
      return nil
    }
    return close(oldest.key, oldest.value.socket, because: .crowded)
  }

  private func slowestReader(of handler: String, at now: Duration) -> (id: ConnectionID, socket: Socket)? {
    let readers = connections.filter { _, connection in
      guard case .sending(let request, _) = connection.phase, !connection.isClosing else { return false }
      return request.isAdmitted && request.handler == handler && now - connection.since > limits.readingGrace
    }
    return readers.min { $0.value.since < $1.value.since }.map { ($0.key, $0.value.socket) }
  }

  private mutating func enter(_ phase: Connection.Phase, _ id: ConnectionID, at now: Duration) {
    connections[id]?.phase = phase
    connections[id]?.since = now
  }

  private mutating func close(_ id: ConnectionID, _ socket: Socket, because reason: ClosingReason) -> Socket {
    connections[id]?.isClosing = true
    count(reason)
    return socket
  }

  private mutating func count(_ reason: ClosingReason) {
    statistics.closedConnections[reason.rawValue, default: 0] += 1
  }

  private mutating func record(_ request: Connection.Request, code: Int, at now: Duration) {
    statistics.requests[.init(handler: request.handler, code: code), default: 0] += 1
    statistics.durations[request.handler, default: Self.emptyDurations].observe(
      (now - request.headersAt).seconds)
  }

  private static let emptyDurations = Histogram(bounds: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60])
}
