package import Kafka
package import Model
package import Systemd

/// A Kafka cluster on loopback, in this process: brokers that listen on ports of their own and answer from a `SimulatedCluster`.
///
/// Any thread may use it.
package final class Simulation: Sendable {
  package struct Options: Sendable {
    /// Keeps encoded replies until the cluster changes, and lets time pass for the cluster only once a second. For benchmarks, in
    /// which a broker must cost next to nothing.
    package var prebuildsReplies = false
    /// How many of the requests that came are kept, the newest, for who wants to see what was asked.
    package var keptRequests = 0

    package init() {}
  }

  static let host = "127.0.0.1"

  private let state: Locked<SimulationState>
  private let server: SimulationServer
  private let loop: EventLoop
  private let time: any TimeSource

  /// Takes a port for every node; nobody listens there before `start`.
  package init(
    cluster: SimulatedCluster, on loop: EventLoop, time: any TimeSource = SystemTime(),
    options: Options = Options()
  ) throws(SystemError) {
    var initial = SimulationState(cluster, options)
    initial.cluster.advance(to: SimulatedClock(time.now()))
    try initial.updateSockets()
    state = Locked(initial)
    server = SimulationServer(on: loop, state, time)
    self.loop = loop
    self.time = time
  }

  package func start() async throws(SystemError) {
    try await server.start()
  }

  /// Closes everything; it can be started again, on the same ports.
  package func stop() async {
    await server.stop()
  }

  /// Runs the body while the brokers listen.
  package func run<Result>(_ body: () async throws -> Result) async throws -> Result {
    try await start()
    do {
      let result = try await body()
      await stop()
      return result
    } catch {
      await stop()
      throw error
    }
  }
}

extension Simulation {
  /// Where the brokers listen, in the order of their ids.
  package var bootstrap: [(host: String, port: UInt16)] {
    state.withLock { $0.cluster.nodes.filter(\.isBroker).map { (Self.host, $0.port) } }
  }

  /// `nil`: there is no such node.
  package func port(of broker: Int32) -> UInt16? {
    state.withLock { $0.cluster[node: BrokerID(rawValue: broker)]?.port }
  }

  /// The cluster as it is at this moment.
  package var cluster: SimulatedCluster {
    let now = SimulatedClock(time.now())
    return state.withLock { state in
      state.cluster.advance(to: now)
      return state.cluster
    }
  }

  /// Changes the cluster in one step: no reply shows a part of it. When this returns, who should listen does, and who should not refuses;
  /// connections of the latter are closed right after, on the loop, and who waits for something is answered where the change allows it.
  ///
  /// Where the body throws, nothing changes.
  @discardableResult
  package func change<Result: Sendable, Failure: Error>(
    _ body: (inout SimulatedCluster) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let now = SimulatedClock(time.now())
    let result = try state.withLock { state throws(Failure) in
      state.cluster.advance(to: now)
      var changed = state.cluster
      let result = try body(&changed)
      state.cluster = changed
      state.clusterChanged()
      return result
    }
    wake()
    return result
  }

  /// Makes a broker fail at one API, or at all of them, so many times or until it is ended with `nil`.
  package func setFault(_ fault: Fault?, broker: Int32, api: APIKey? = nil, times: Int? = nil) {
    state.withLock { state in
      state.faults[FaultKey(broker: broker, api: api)] = fault
      state.faultsLeft[FaultKey(broker: broker, api: api)] = times
      state.clusterChanged()
    }
    wake()
  }

  /// Changes the cluster right before the next request of an API is answered, by one broker or by any. Nodes stay as they are.
  package func beforeNext(
    _ api: APIKey, to broker: Int32? = nil, _ change: @escaping @Sendable (inout SimulatedCluster) -> Void
  ) {
    state.withLock {
      $0.plannedChanges.append(PlannedChange(api: api, broker: broker, change: change))
    }
  }

  /// The newest requests of one kind that came, to one broker or to all, as far as `Options.keptRequests` reaches.
  package func received<Request: KafkaRequest>(_: Request.Type, by broker: Int32? = nil) -> [Request] {
    state.withLock { state in
      state.received.filter { (broker ?? $0.broker) == $0.broker }.compactMap { $0.body as? Request }
    }
  }

  package func forgetReceived() {
    state.withLock { $0.forgetReceived() }
  }

  /// How many requests came, whether or not they were answered: to one broker or to all, for one API or for all.
  package func requests(broker: Int32? = nil, api: APIKey? = nil) -> Int {
    state.withLock { state in
      state.counts.reduce(0) { sum, count in
        let isMeant =
          (broker ?? count.key.broker) == count.key.broker && (api ?? count.key.api) == count.key.api
        return isMeant ? sum + count.value : sum
      }
    }
  }

  /// How many connections are open, to one broker or to all.
  package func connections(broker: Int32? = nil) -> Int {
    state.withLock { state in
      state.connections.reduce(0) { (broker ?? $1.key) == $1.key ? $0 + $1.value : $0 }
    }
  }

  /// How many requests came and are not answered because they have to wait, those behind them not counted.
  package var waiting: Int {
    get async { await server.waiting }
  }

  /// What no client of ours should make happen: requests that cannot be read, or in a version that the broker does not offer.
  package var problems: [String] { state.withLock { $0.problems } }

  private func wake() {
    let server = server
    loop.perform { _ in server.assumeIsolated { $0.clusterChanged() } }
  }
}
