package import Model
package import Systemd

/// The daemon's HTTP server: libmicrohttpd accepts, reads and writes on a thread of its own, so that `/metrics`
/// answers even while a collector hangs.
///
/// Any thread may use it. The sockets listen from `init` on; connections wait in the kernel until `run` is called.
package final class HTTPServer: Sendable {
  package enum Listening: Sendable {
    case address(ListenAddress)
    /// A listening socket that systemd handed over; the server closes it.
    case socket(CInt)
  }

  private let listeners: [HTTPListener]
  private let connections: Connections
  private let gate: AccessGate
  private let limits: ServerLimits
  private let loop: EventLoop
  private let pending: AsyncStream<PendingAnswer>
  private let pendingInput: AsyncStream<PendingAnswer>.Continuation
  private let visits: AsyncStream<Void>
  private let drainTimer: DrainTimer

  package init(
    listening: [Listening], routes: [Route], limits: ServerLimits = ServerLimits(), loop: EventLoop,
    time: any TimeSource = SystemTime()
  ) throws(ServerError) {
    let (pending, pendingInput) = AsyncStream.makeStream(
      of: PendingAnswer.self, bufferingPolicy: .bufferingOldest(limits.connections))
    let (visits, visit) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let connections = Connections(limits: limits, time: time) { visit.yield() }
    let gate = AccessGate(time: time)
    let router = Router(routes)
    var listeners: [HTTPListener] = []
    for place in listening {
      let (socket, name) = try Self.open(place)
      listeners.append(
        HTTPListener(socket, name: name, limits: limits) { withTLS in
          ConnectionHandler(
            connections: connections, router: router, gate: gate, limits: limits, security: nil,
            pending: pendingInput)
        })
    }
    self.listeners = listeners
    self.connections = connections
    self.gate = gate
    self.limits = limits
    self.loop = loop
    self.pending = pending
    self.pendingInput = pendingInput
    self.visits = visits
    drainTimer = DrainTimer(loop: loop)
  }

  /// The ports it listens on, in the order of `listening`; nil for a socket without one.
  package var ports: [UInt16?] {
    listeners.map(\.socket.port)
  }

  package var statistics: HTTPStatistics {
    connections.statistics
  }

  /// Serves until the task is cancelled, and then ends what is under way within the limits' drain time.
  ///
  /// It runs off the event loop: a stuck collector there must not delay an answer. The loop must outlive it.
  @concurrent
  package func run() async throws(ServerError) {
    for listener in listeners { try listener.serve(withTLS: false) }
    await withDiscardingTaskGroup { group in
      group.addTask(name: "http deadlines") { await self.closeOverdueConnections() }
      for await answer in pending {
        group.addTask(name: "http answer") { await answer.run() }
      }
      await self.stop()
      group.cancelAll()
    }
  }
}

extension HTTPServer {
  private static func open(_ place: Listening) throws(ServerError) -> (ListenSocket, name: String) {
    switch place {
    case .address(let address): (try ListenSocket(address), "\(address)")
    case .socket(let descriptor): (ListenSocket(adopting: descriptor), "the socket that systemd handed over")
    }
  }

  /// Looks once a second, but only while somebody is connected.
  private func closeOverdueConnections() async {
    for await _ in visits {
      repeat {
        guard (try? await loop.sleep(for: .seconds(1))) != nil else { return }
        connections.closeOverdue()
        for listener in listeners { listener.stopFormer() }
      } while !connections.isEmpty
    }
  }

  private func stop() async {
    pendingInput.finish()
    for listener in listeners { listener.quiesce() }
    await drainTimer.wait(atMost: limits.drainTime) { drained in connections.drain(then: drained) }
    for listener in listeners { listener.stop() }
  }
}
