import Model

/// One listening socket and the daemon that serves it, with those that served it before and still have connections.
final class HTTPListener: Sendable {
  typealias MakeHandler = @Sendable (_ withTLS: Bool) -> ConnectionHandler

  private struct State: Sendable {
    var current: HTTPDaemon?
    var currentHasTLS = false
    var former: [HTTPDaemon] = []
  }

  let name: String
  let socket: ListenSocket
  private let limits: ServerLimits
  private let makeHandler: MakeHandler
  private let state = Locked(State())

  init(_ socket: ListenSocket, name: String, limits: ServerLimits, makeHandler: @escaping MakeHandler) {
    self.socket = socket
    self.name = name
    self.limits = limits
    self.makeHandler = makeHandler
  }

  /// Starts to serve; whether it speaks TLS is the one thing that a daemon cannot change while it runs.
  func serve(withTLS: Bool) throws(ServerError) {
    try state.withLock { state throws(ServerError) in
      guard state.current == nil || state.currentHasTLS != withTLS else { return }
      let daemon = try HTTPDaemon(
        on: socket, address: name, handler: makeHandler(withTLS), withTLS: withTLS, limits: limits)
      if let former = state.current {
        former.quiesce()
        former.handler.leave()
        state.former.append(former)
      }
      state.current = daemon
      state.currentHasTLS = withTLS
    }
  }

  /// Ends the daemons that have no connection left.
  func stopFormer() {
    let idle = state.withLock { state in
      let idle = state.former.filter(\.handler.isIdle)
      state.former.removeAll(where: \.handler.isIdle)
      return idle
    }
    for daemon in idle { daemon.stop() }
  }

  /// Accepts no more connections and lets those that are served finish.
  func quiesce() {
    for daemon in daemons {
      daemon.quiesce()
      daemon.handler.leave()
    }
    socket.stopListening()
  }

  func stop() {
    for daemon in daemons { daemon.stop() }
  }

  private var daemons: [HTTPDaemon] {
    state.withLock { $0.former + [$0.current].compactMap(\.self) }
  }
}
