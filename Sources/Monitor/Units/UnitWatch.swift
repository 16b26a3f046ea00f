import Model
import Systemd

/// Asks systemd about units over one connection, which it makes anew when it has ended.
actor UnitWatch {
  private let settings: UnitsSettings
  private let loop: EventLoop
  private var connection: BusConnection?
  private var ledger = UnitLedger()
  private var isSubscribed = false
  private var isReloading = false
  /// Whether systemd has ever answered here.
  private(set) var wasFound = false

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  init(_ settings: UnitsSettings, on loop: EventLoop) {
    self.settings = settings
    self.loop = loop
  }

  /// Nil while systemd reads its files anew: it answers nobody meanwhile, and what it said before still holds.
  func read() async throws(BusError) -> UnitsSection? {
    let bus = try await open()
    if isReloading { return nil }
    if !isSubscribed { try await subscribe(to: bus) }
    let (state, failed) = try await readManager(bus)
    wasFound = true
    try await list(bus)
    await readUnits(bus)
    var section = ledger.section(at: loop.time.now().uptime, forgetAfter: settings.forgetAfter)
    section.systemState = state
    section.failedUnits = failed
    return section
  }

  func close() async {
    await connection?.close()
    connection = nil
  }

  private func note(_ signal: UnitSignal) {
    switch signal {
    case .reloading: isReloading = true
    case .reloaded: isReloading = false
    case .ownerChanged: (isSubscribed, isReloading) = (false, false)
    case .changed, .jobEnded, .unloaded: break
    }
    ledger.note(signal)
  }
}

// The connection

extension UnitWatch {
  private func open() async throws(BusError) -> BusConnection {
    if let connection, await connection.isOpen { return connection }
    connection = nil
    (isSubscribed, isReloading) = (false, false)
    ledger.distrustAll()
    let made = try BusConnection(on: loop)
    try await made.start(BusAddress.unix(settings.socket))
    try await listen(to: made)
    connection = made
    return made
  }

  private func listen(to bus: BusConnection) async throws(BusError) {
    try await bus.match(SystemdSignals.ownerChanged) { [weak self] _ in
      self?.assumeIsolated { $0.note(.ownerChanged) }
    }
    try await bus.match(SystemdSignals.propertiesChanged) { [weak self] message in
      guard let path = message.path, let self, assumeIsolated({ $0.ledger.knows(path) }) else { return }
      let signal = (try? UnitSignal.readChange(&message, at: path)) ?? .changed(path: path, restarts: nil)
      assumeIsolated { $0.note(signal) }
    }
    try await match("JobRemoved", of: bus, UnitSignal.readJobRemoved)
    try await match("UnitRemoved", of: bus, UnitSignal.readUnitRemoved)
    try await match("Reloading", of: bus, UnitSignal.readReloading)
  }

  private func match(
    _ member: String, of bus: BusConnection,
    _ read: @escaping @Sendable (inout BusReader) throws(BusError) -> UnitSignal
  ) async throws(BusError) {
    try await bus.match(SystemdSignals.manager(member)) { [weak self] message in
      guard let signal = try? read(&message) else { return }
      self?.assumeIsolated { $0.note(signal) }
    }
  }

  private func subscribe(to bus: BusConnection) async throws(BusError) {
    do throws(BusError) {
      _ = try await bus.answer(to: SystemdCalls.subscribe, within: settings.timeout) { _ in true }
    } catch {
      // After systemd was restarted it may remember us.
      guard error.kind == .refused(name: "org.freedesktop.systemd1.AlreadySubscribed") else { throw error }
    }
    isSubscribed = true
    ledger.distrustAll()
  }
}

// Questions

extension UnitWatch {
  private func readManager(_ bus: BusConnection) async throws(BusError) -> (SystemState?, UInt64?) {
    let calls = [SystemdCalls.systemState, SystemdCalls.failedUnits]
    let answers = await bus.answers(to: calls, within: settings.timeout) { message throws(BusError) in
      try message.variant()
    }
    var (state, failed): (SystemState?, UInt64?) = (nil, nil)
    for answer in answers {
      switch try answer.get() {
      case .string(let text): state = SystemState(rawValue: text) ?? .other
      case .unsigned(let count): failed = count
      case .signed, .boolean, .other: break
      }
    }
    return (state, failed)
  }

  private func list(_ bus: BusConnection) async throws(BusError) {
    let exact = settings.exactNames
    let patterns = settings.listed + exact.sorted()
    let listed =
      // No pattern at all would mean every unit.
      patterns.isEmpty
      ? []
      : try await bus.answer(
        to: SystemdCalls.list(patterns), within: settings.timeout,
        ListedUnit.reader { [settings] in settings.isWanted($0, exact: exact) })
    let now = loop.time.now().uptime
    let missing = ledger.update(listed, exact: exact, at: now)
    guard !missing.isEmpty else { return }
    let answered = try await bus.answer(
      to: SystemdCalls.load(missing), within: settings.timeout, ListedUnit.reader { _ in true })
    ledger.settle(answered, asked: missing, at: now)
  }

  private func readUnits(_ bus: BusConnection) async {
    let questions = ledger.takeQuestions()
    let changed = questions.filter(\.isEverything)
    let unit = "org.freedesktop.systemd1.Unit"
    let common = await bus.answers(
      to: changed.map { SystemdCalls.all(unit, of: $0.path) }, within: settings.timeout,
      Self.commonProperties)
    for (question, answer) in zip(changed, common) {
      apply(answer, to: question) { $0.apply(common: $1, to: question.name) }
    }
    let ofKind = questions.filter { $0.interface != nil }
    let special = await bus.answers(
      to: ofKind.map { SystemdCalls.all($0.interface ?? unit, of: $0.path) }, within: settings.timeout,
      Self.specialProperties)
    for (question, answer) in zip(ofKind, special) {
      apply(answer, to: question) { $0.apply(special: $1, to: question.name) }
    }
  }

  private static let commonProperties = UnitProperties.reader(of: UnitProperties.common)
  private static let specialProperties = UnitProperties.reader(of: UnitProperties.special)

  private func apply(
    _ answer: Result<UnitProperties, BusError>, to question: UnitQuestion,
    _ change: (inout UnitLedger, UnitProperties) -> Void
  ) {
    switch answer {
    case .success(let properties): change(&ledger, properties)
    case .failure(let error): ledger.fail(question.name, error.unitReason)
    }
  }
}
