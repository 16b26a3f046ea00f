package import Model

/// Watches the processes of brokers, as `/proc`, the kernel's list of sockets and the Java virtual machines show them.
package struct ProcessCollector: Collector {
  package struct Settings: Sendable {
    package var interval: Duration
    package var staleAfter: Duration
    /// How long it is said of a broker's process that it is gone.
    package var forgetAfter: Duration
    package var procfs: Procfs
    /// Tells whether a process is a broker's.
    package var recognise: @Sendable (ProcessIdentity) -> ProcessFacts?

    package init(
      interval: Duration = .seconds(10), staleAfter: Duration = .seconds(30),
      forgetAfter: Duration = .seconds(86_400), procfs: Procfs,
      recognise: @escaping @Sendable (ProcessIdentity) -> ProcessFacts?
    ) {
      self.interval = interval
      self.staleAfter = staleAfter
      self.forgetAfter = forgetAfter
      self.procfs = procfs
      self.recognise = recognise
    }
  }

  package static let name = "processes"
  package static let watches = "The processes of brokers on this host, their sockets and JVMs"

  package var name: String { Self.name }
  package var watches: String { Self.watches }
  package var interval: Duration { settings.interval }
  package var staleAfter: Duration { settings.staleAfter }
  private let settings: Settings
  private let watch: ProcessWatch
  private let board: HostBoard
  private let store: WorldStore
  private let time: any TimeSource

  package init(_ settings: Settings, board: HostBoard, store: WorldStore, time: any TimeSource) {
    self.init(
      settings, watch: ProcessWatch(settings, constants: .current), board: board, store: store, time: time)
  }

  init(
    _ settings: Settings, watch: ProcessWatch, board: HostBoard, store: WorldStore, time: any TimeSource
  ) {
    self.settings = settings
    self.watch = watch
    self.board = board
    self.store = store
    self.time = time
  }

  package func tick() async throws {
    let (now, world) = (time.now(), store.current)
    let section = try await watch.read(
      at: now.uptime, peerPorts: world.brokerPorts, containers: world.containerIDs(at: now))
    board.publish(\.processes, section, staleAfter: staleAfter)
    guard section.processes.isEmpty else { return }
    let count = await watch.visibleCount
    throw NothingToWatch(
      "no broker among the \(count) processes that can be seen in \(settings.procfs.root)")
  }

  package func isSame(as other: any Collector) -> Bool {
    (other as? ProcessCollector)?.watch === watch
  }
}

extension World {
  fileprivate func containerIDs(at now: Moment) -> Set<String>? {
    guard let containers, containers.isFresh(at: now) else { return nil }
    return Set(containers.value.containers.map(\.id))
  }

  /// Where the brokers of known clusters listen: what a broker connects to there is a peer.
  fileprivate var brokerPorts: Set<UInt16> {
    let brokers = clusters?.value.clusters.flatMap(\.reading.brokers) ?? []
    return Set(brokers.compactMap { $0.port.flatMap { UInt16(exactly: $0) } })
  }
}
