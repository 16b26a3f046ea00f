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
  private let routes: Locked<Router>
  private let connections: Connections
  private let gate: AccessGate
  private let tls: Locked<TLSSettings?>
  private let webConfiguration: WebConfigurationFile?
  private let logger: Logger
  private let limits: ServerLimits
  private let loop: EventLoop
  private let pending: AsyncStream<PendingAnswer>
  private let pendingInput: AsyncStream<PendingAnswer>.Continuation
  private let visits: AsyncStream<Void>
  private let drainTimer: DrainTimer

  /// Listens already; `webConfiguration` is the path of `--web.config.file`, nil for plain HTTP without passwords.
  package init(
    listening: [Listening], routes: [Route], webConfiguration: String? = nil,
    limits: ServerLimits = ServerLimits(), loop: EventLoop, time: any TimeSource = SystemTime(),
    logger: Logger = Logger { _, _, _ in }
  ) throws(ServerError) {
    let (pending, pendingInput) = AsyncStream.makeStream(
      of: PendingAnswer.self, bufferingPolicy: .bufferingOldest(limits.connections))
    let (visits, visit) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let connections = Connections(limits: limits, time: time) { visit.yield() }
    connections.expect(routes.map(\.handlerName))
    let gate = AccessGate(time: time)
    let routes = Locked(Router(routes))
    let tls = Locked<TLSSettings?>(nil)
    let makeHandler: HTTPListener.MakeHandler = { withTLS in
      ConnectionHandler(
        connections: connections, routes: routes, gate: gate, limits: limits,
        security: withTLS ? { @Sendable in tls.withLock { $0 } } : nil, pending: pendingInput)
    }
    var listeners: [HTTPListener] = []
    for place in listening {
      let (socket, name) = try Self.open(place)
      listeners.append(HTTPListener(socket, name: name, limits: limits, makeHandler: makeHandler))
    }
    self.listeners = listeners
    self.routes = routes
    self.connections = connections
    self.gate = gate
    self.tls = tls
    self.webConfiguration = webConfiguration.map { WebConfigurationFile($0, logger: logger, time: time) }
    self.logger = logger
    self.limits = limits
    self.loop = loop
    self.pending = pending
    self.pendingInput = pendingInput
    self.visits = visits
    drainTimer = DrainTimer(loop: loop)
  }

  /// The ports it listens on, in the order of `listening`; nil for a socket without one.
  package var ports: [UInt16?] {
    healthTargets.map { $0?.port }
  }

  /// Where we ourselves reach it, in the order of `listening`.
  package var healthTargets: [HealthTarget?] {
    listeners.map(\.socket.target)
  }

  package var statistics: HTTPStatistics {
    connections.statistics
  }

  /// How the last reading of the web configuration went; nil without one, and before the first.
  package var webReload: ConfigurationReload? {
    webConfiguration?.lastReload
  }

  /// Answers the requests that come from now on by these routes.
  package func use(_ routes: [Route]) {
    self.routes.withLock { $0 = Router(routes) }
    connections.expect(routes.map(\.handlerName))
  }

  /// Reads the web configuration and begins to accept connections; `run` must follow.
  package func start() async throws(ServerError) {
    if let webConfiguration {
      try await webConfiguration.reload(apply)
    } else {
      try apply(.none)
    }
  }

  /// Serves until the task is cancelled, and then ends what is under way within the limits' drain time.
  ///
  /// It runs off the event loop: a stuck collector there must not delay an answer. The loop must outlive it.
  @concurrent
  package func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask(name: "http deadlines") { await self.closeOverdueConnections() }
      group.addTask(name: "web configuration") { await self.followWebConfiguration() }
      for await answer in pending {
        group.addTask(name: "http answer") { await answer.run() }
      }
      await self.stop()
      group.cancelAll()
    }
  }
}

extension HTTPServer {
  /// Says whether this web configuration could be used, certificates included.
  package static func check(webConfiguration path: String) async throws(ServerError) {
    try await WebConfigurationFile(path, logger: Logger { _, _, _ in }, time: SystemTime()).check()
  }

  /// Reads the web configuration and its certificates again; a broken one changes nothing.
  package func reloadWebConfiguration() async -> Route.ReloadOutcome {
    guard let webConfiguration else { return .applied }
    do throws(ServerError) {
      try await webConfiguration.reload(apply)
      logger.info("The web configuration was read again.", .init("file", webConfiguration.path))
      return .applied
    } catch {
      logger.error("\(error) The old one stays in force.", .init("file", webConfiguration.path))
      return .rejected("\(error)")
    }
  }

  /// Looks every five seconds whether the files are others: never while somebody waits for an answer.
  private func followWebConfiguration() async {
    guard let webConfiguration else { return }
    while (try? await loop.sleep(for: .seconds(5))) != nil {
      if await webConfiguration.hasChanged { _ = await reloadWebConfiguration() }
    }
  }

  /// New connections get the new settings; those that are open keep what they began with.
  private func apply(_ configuration: WebConfiguration) throws(ServerError) {
    gate.apply(configuration.rules)
    tls.withLock { $0 = configuration.tls }
    for listener in listeners { try listener.serve(withTLS: configuration.tls != nil) }
  }

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
