import Model
import Systemd
import Transport

/// Watches the containers of one engine: what it knows from one reading to the next.
actor ContainerWatch {
  /// How many questions are open at a time: an engine answers them side by side, and other clients want it too.
  static let concurrency = 8

  let settings: ContainerCollectorSettings
  let client: HTTPClient
  let board: HostBoard
  let loop: EventLoop
  /// Who answered last; nil before anybody did, and when that has ended.
  var engine: ContainerEngine?
  /// Nil where the engine does not say: then it is asked without one.
  var version: EngineVersion?
  /// Whether anybody has ever answered.
  var wasFound = false
  var known: KnownContainers
  /// Why events do not come, while they do not.
  var deafness: EngineError?
  var isListDue = true
  /// Whether the next list is only the beginning: too much may have happened that it does not tell.
  var isEverythingDue = false
  var listedAt: Moment?
  var isRefreshing = false
  /// What is still to be asked in this round, shared by those who ask.
  var inspections: ArraySlice<String> = []
  var measurements: ArraySlice<String> = []
  var measuring = MeasuringOutcome()
  var pace = MeasuringPace()
  /// How many containers could not be inspected, and measured, when last tried, by reason.
  var uninspected: [String: Int] = [:]
  var unmeasured: [String: Int] = [:]
  /// When we began to listen for events, for the first time.
  var listeningSince: Moment?
  var changes: AsyncStream<Void>.Continuation?

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  init(_ settings: ContainerCollectorSettings, client: HTTPClient, board: HostBoard, on loop: EventLoop) {
    self.settings = settings
    self.client = client
    self.board = board
    self.loop = loop
    known = KnownContainers(filter: settings.filter)
  }

  /// One reading: lists what may have changed unheard, measures what runs, publishes all.
  func read() async throws(EngineError) {
    let started = loop.time.now()
    let engine = try await connect()
    if isListOverdue(at: started) { isListDue = true }
    try await refresh()
    // What they use may take a while to tell; how they are does not.
    publish()
    try await measure(engine, until: started.uptime + settings.interval * 8 / 10)
    // A measurement may show that a container is another one than before.
    try await refresh()
    publish()
  }

  /// Without events lists are all there is.
  private func isListOverdue(at now: Moment) -> Bool {
    guard let listedAt, deafness == nil else { return true }
    // Not a moment short of it, to be late by a whole interval.
    return now.age(of: listedAt) + settings.interval / 2 >= settings.listInterval
  }

  func publish() {
    // Before the first list there is nothing true to say, nor while what it told is still being inspected.
    guard listedAt != nil, !isRefreshing else { return }
    let now = loop.time.now()
    board.publish(
      \.containers,
      ContainersSection(
        containers: known.readings(at: now, staleAfter: settings.staleAfter), events: known.eventCounts,
        unread: unread),
      staleAfter: settings.staleAfter)
  }

  private var unread: [UnreadPart] {
    var parts: [UnreadPart] = []
    if let deafness { parts.append(UnreadPart(part: "events", reason: deafness.reason.rawValue)) }
    if known.leftOut > 0 {
      parts.append(UnreadPart(part: "container", reason: "limit", count: known.leftOut))
    }
    for (part, reasons) in [("inspection", uninspected), ("usage", unmeasured)] {
      parts += reasons.sorted { $0.key < $1.key }.map {
        UnreadPart(part: part, reason: $0.key, count: $0.value)
      }
    }
    return parts
  }
}
