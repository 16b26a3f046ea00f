import Kafka
import Model
import Systemd

/// The sockets of all brokers, on one loop.
actor SimulationServer {
  private static let connectionLimit = 1000
  private static let pieceSize = 256 << 10
  private static let dripInterval = Duration.microseconds(200)
  private static let tickInterval = Duration.seconds(1)

  let loop: EventLoop
  let state: Locked<SimulationState>
  let time: any TimeSource
  private var isRunning = false
  private var listeners: [BrokerID: Listener] = [:]
  var peers: [UInt64: Peer] = [:]
  var isWaking = false
  private var lastPeer: UInt64 = 0
  private var ticker: LoopTimer?

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  init(on loop: EventLoop, _ state: Locked<SimulationState>, _ time: any TimeSource) {
    self.loop = loop
    self.state = state
    self.time = time
    time.onJump { [weak self] in
      guard let self else { return }
      loop.perform { _ in self.assumeIsolated { $0.clusterChanged() } }
    }
  }

  /// Sockets are given back where they are watched.
  isolated deinit {
    listeners = [:]
    peers = [:]
  }

  /// Requests that came and have to wait before they are answered.
  var waiting: Int { peers.values.count { $0.pending != nil } }

  func start() throws(SystemError) {
    isRunning = true
    try state.withLock { state throws(SystemError) in try state.open() }
    try watchListening()
    if state.withLock({ $0.options.prebuildsReplies }) { tick() }
  }

  func stop() {
    isRunning = false
    ticker = nil
    state.withLock { $0.close() }
    listeners = [:]
    for peer in Array(peers.values) { drop(peer) }
  }

  /// Looks again at who listens, and at everybody who waits for something.
  func clusterChanged() {
    guard isRunning else { return }
    do throws(SystemError) {
      try watchListening()
    } catch {
      state.withLock { $0.note(error.description) }
    }
    wakeWaiting()
  }

  private func watchListening() throws(SystemError) {
    let listening = state.withLock { $0.listening }
    for (broker, listener) in listeners where listening[broker] !== listener.socket {
      listeners[broker] = nil
      for peer in Array(peers.values) where peer.broker == broker { drop(peer) }
    }
    for (broker, socket) in listening where listeners[broker] == nil {
      listeners[broker] = try Listener(socket, on: loop) { [weak self] in
        self?.assumeIsolated { $0.accept(for: broker) }
      }
    }
  }

  private func accept(for broker: BrokerID) {
    while let socket = listeners[broker]?.socket.accept() {
      guard peers.count < Self.connectionLimit else { continue }
      lastPeer += 1
      let peer = Peer(lastPeer, socket, broker: broker)
      let id = peer.id
      peer.watch = try? loop.watch(socket.descriptor, for: .readable) { [weak self] readiness in
        self?.assumeIsolated { $0.serve(id, readiness) }
      }
      peers[id] = peer
      state.withLock { $0.connections[broker.rawValue, default: 0] += 1 }
    }
  }

  func drop(_ peer: Peer) {
    guard peers.removeValue(forKey: peer.id) != nil else { return }
    peer.timer = nil
    state.withLock { $0.connections[peer.broker.rawValue, default: 1] -= 1 }
  }

  private func serve(_ id: UInt64, _ readiness: Readiness) {
    guard let peer = peers[id] else { return }
    if readiness.contains(.writable) { send(peer) }
    guard readiness.contains(.readable) || readiness.contains(.hungUp) else { return }
    switch peer.socket.receive(atMost: Self.pieceSize) {
    case .nothingYet: return
    case .end: drop(peer)
    case .bytes(let bytes):
      guard let arrivals = try? peer.assembler.append(bytes) else { return drop(peer) }
      for arrival in arrivals {
        guard case .frame(let payload) = arrival else { return drop(peer) }
        peer.queue.append(payload)
      }
      work(on: peer)
    }
  }

  /// Sends what is left for this peer; when all is sent, goes on with its next request.
  func send(_ peer: Peer) {
    guard peer.flush() else { return drop(peer) }
    if peer.isDripping, !peer.output.isEmpty {
      let id = peer.id
      peer.timer = loop.schedule(after: Self.dripInterval) { [weak self] in
        self?.assumeIsolated { server in
          if let peer = server.peers[id] { server.send(peer) }
        }
      }
    }
    work(on: peer)
  }

  /// Lets time pass for a cluster that does not look at the clock itself.
  private func tick() {
    let now = SimulatedClock(time.now())
    state.withLock { state in
      state.cluster.advance(to: now)
      state.prebuilt.rebuild(from: &state.cluster, at: now)
    }
    ticker = loop.schedule(after: Self.tickInterval) { [weak self] in
      self?.assumeIsolated { $0.tick() }
    }
  }
}
