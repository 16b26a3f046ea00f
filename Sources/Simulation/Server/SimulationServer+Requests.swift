import Kafka
import Model
import Systemd

extension SimulationServer {
  /// Enough for a group whose members wait for each other.
  private static let wakeRounds = 10

  /// Answers the requests of a connection in order, up to one that must wait.
  func work(on peer: Peer) {
    var changed = false
    while peer.isReadyForNext, peers[peer.id] != nil {
      let payload = peer.queue.removeFirst()
      let now = SimulatedClock(time.now())
      let (step, changes) = state.withLock { $0.begin(payload, of: peer.broker, at: now) }
      changed = changed || changes
      take(step, peer, at: now)
    }
    if peers[peer.id] != nil { peer.updateInterest() }
    if changed { wakeWaiting() }
  }

  /// Tries everything once more that waits, until nothing moves.
  func wakeWaiting() {
    guard !isWaking else { return }
    isWaking = true
    defer { isWaking = false }
    for _ in 0..<Self.wakeRounds {
      let waiting = peers.values.filter { $0.pending != nil }
      for peer in waiting { retry(peer) }
      guard waiting.contains(where: { $0.pending == nil }) else { return }
    }
  }

  func retry(_ peer: Peer) {
    guard var pending = peer.pending else { return }
    pending.isFirst = false
    peer.pending = nil
    peer.timer = nil
    let now = SimulatedClock(time.now())
    let step = state.withLock { $0.attempt(pending, at: now) }
    take(step, peer, at: now)
    work(on: peer)
  }

  private func take(_ step: Step, _ peer: Peer, at now: SimulatedClock) {
    switch step {
    case .done: break
    case .close: drop(peer)
    case .deliver(let delivery):
      peer.take(delivery)
      if !peer.flush() { drop(peer) } else if peer.isDripping { send(peer) }
    case .wait(let pending, let until):
      peer.pending = pending
      guard let until else { return }
      let id = peer.id
      // A clock that a test moves may stand still, so no wait is shorter than this.
      peer.timer = loop.schedule(after: .milliseconds(max(1, until - now.uptime))) { [weak self] in
        self?.assumeIsolated { server in
          if let peer = server.peers[id] { server.retry(peer) }
        }
      }
    }
  }
}

/// What a broker does next for a client.
private enum Step {
  case deliver(Delivery)
  case wait(PendingRequest, until: Int64?)
  case done
  case close
}

extension SimulationState {
  /// Reads a request and makes the first attempt to answer it; true where that may have changed the cluster.
  fileprivate mutating func begin(
    _ payload: [UInt8], of broker: BrokerID, at now: SimulatedClock
  ) -> (Step, Bool) {
    guard let node = cluster[node: broker] else { return (.close, false) }
    let key = options.prebuildsReplies && faults.isEmpty ? PrebuiltReplies.Key(broker, payload) : nil
    if let key, let frame = prebuilt.frame(for: key, payload) {
      counts[FaultKey(broker: broker.rawValue, api: key.api), default: 0] += 1
      return (.deliver(Delivery(frame)), false)
    }
    var asked: APIKey?
    let outcome = RequestReader.read(payload, for: node, arrival: now.uptime) { asked = $0 }
    if let asked { counts[FaultKey(broker: broker.rawValue, api: asked), default: 0] += 1 }
    switch outcome {
    case .unusable(let problem):
      note(problem)
      return (.close, false)
    case .reply(let frame): return (.deliver(Delivery(frame, spoiledBy: fault(of: broker, asked))), false)
    case .request(let request):
      arrived(request)
      return (attempt(request, at: now, keepingAs: key), request.request.changesCluster)
    }
  }

  fileprivate mutating func attempt(
    _ request: PendingRequest, at now: SimulatedClock, keepingAs key: PrebuiltReplies.Key? = nil
  ) -> Step {
    let isOfBroker = faults[FaultKey(broker: request.broker.rawValue, api: request.api.key)] == nil
    let fault =
      request.isFirst
      ? takeFault(of: request.broker, request.api.key) : fault(of: request.broker, request.api.key)
    var error: ErrorCode?
    switch fault {
    case .stall: return .wait(request, until: nil)
    case .close: return .close
    case .delay(let delay):
      let due = request.arrival + delay.wholeNanoseconds / 1_000_000
      if now.uptime < due { return .wait(request, until: due) }
    case .error(let code): error = request.api.key == .apiVersions && isOfBroker ? nil : code
    default: break
    }
    if !options.prebuildsReplies { cluster.advance(to: now) }
    switch request.attempt(on: &cluster, at: now, error: error) {
    case .silence: return .done
    case .wait(let until): return .wait(request, until: until)
    case .reply(let frame):
      if let key { prebuilt.keep(frame, of: request, for: key) }
      return .deliver(Delivery(frame, spoiledBy: fault))
    }
  }
}
