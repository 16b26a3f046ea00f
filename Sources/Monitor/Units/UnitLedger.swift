import Model

/// What is known of units from one tick to the next.
struct UnitLedger: Sendable {
  struct Entry: Sendable {
    let path: String
    var reading: UnitReading
    var subState: String
    var restarts = RestartCounter()
    /// Something changed of which only a signal, or the list of units, has told yet.
    var needsReading = true
    /// Whether systemd has it in memory.
    var isLoaded = true
    var isRemoved = false
    /// When it was last in memory, since boot.
    var seenAt: Duration
    /// Why it could not be read.
    var unread: String?
  }

  /// More units than any host has brokers; the rest is counted.
  static let limit = 2000

  private(set) var entries: [String: Entry] = [:]
  private(set) var omitted = 0
  private var namesByPath: [String: String] = [:]

  /// Takes over the list of those units that are in memory, and answers which of the exact names are to be asked for.
  ///
  /// What only a pattern has matched is forgotten when it leaves the list.
  mutating func update(_ listed: [ListedUnit], exact: Set<String>, at now: Duration) -> [String] {
    let present = listed.filter { !$0.isRemoved }
    omitted = 0
    for unit in present { upsert(unit, at: now) }
    let names = Set(present.map(\.name))
    for (name, entry) in entries where !names.contains(name) && !exact.contains(name) {
      entries[name] = nil
      namesByPath[entry.path] = nil
    }
    return exact.filter { !names.contains($0) && entries[$0]?.isLoaded != false }.sorted()
  }

  /// Takes over what systemd says of names that were not in memory when they were asked for.
  mutating func settle(_ answered: [ListedUnit], asked: [String], at now: Duration) {
    let answers = Dictionary(answered.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for name in asked {
      guard let unit = answers[name] else { continue }
      upsert(unit, at: now, isLoaded: false)
    }
  }

  private mutating func upsert(_ unit: ListedUnit, at now: Duration, isLoaded: Bool = true) {
    let state = UnitState(rawValue: unit.activeState) ?? .other
    guard var entry = entries[unit.name], entry.path == unit.path else {
      guard entries.count < Self.limit || entries[unit.name] != nil else {
        omitted += 1
        return
      }
      var entry = Entry(
        path: unit.path, reading: UnitReading(name: unit.name, state: state), subState: unit.subState,
        seenAt: now)
      entry.mark(isLoaded: isLoaded, unit, at: now)
      entries[unit.name] = entry
      namesByPath[unit.path] = unit.name
      return
    }
    if entry.reading.state != state || entry.subState != unit.subState || !entry.isLoaded {
      entry.needsReading = true
    }
    entry.reading.state = state
    entry.subState = unit.subState
    entry.mark(isLoaded: isLoaded, unit, at: now)
    entries[unit.name] = entry
  }
}

extension UnitLedger.Entry {
  fileprivate mutating func mark(isLoaded: Bool, _ unit: ListedUnit, at now: Duration) {
    self.isLoaded = isLoaded
    isRemoved = unit.isRemoved
    if isLoaded {
      seenAt = now
    } else {
      reading.rest()
      restarts.beginAnew()
      needsReading = false
    }
  }
}

// What signals tell

extension UnitLedger {
  mutating func note(_ signal: UnitSignal) {
    switch signal {
    case .changed(let path, let restarts):
      guard let name = namesByPath[path] else { return }
      entries[name]?.needsReading = true
      if let restarts { entries[name]?.restarts.observe(restarts) }
    case .jobEnded(let unit): entries[unit]?.needsReading = true
    case .unloaded(let unit): entries[unit]?.restarts.beginAnew()
    case .reloaded, .ownerChanged: distrustAll()
    case .reloading: break
    }
  }

  func knows(_ path: String) -> Bool { namesByPath[path] != nil }

  /// Signals may have been missed: everything is read again, and who was not in memory is asked for again.
  mutating func distrustAll() {
    for name in entries.keys {
      entries[name]?.needsReading = true
      if entries[name]?.isLoaded == false { entries[name]?.isLoaded = true }
    }
  }
}

// What is read of single units

extension UnitLedger {
  /// Every unit of which something is to be read now; `everything`, or only what changes without a signal.
  mutating func takeQuestions() -> [UnitQuestion] {
    var questions: [UnitQuestion] = []
    for name in entries.keys.sorted() {
      guard let entry = entries[name], entry.isLoaded, !entry.isRemoved else { continue }
      let kind = UnitKind(name: name)
      guard entry.needsReading || entry.isRunning(kind) else { continue }
      questions.append(
        UnitQuestion(
          name: name, path: entry.path, interface: kind?.interface, isEverything: entry.needsReading))
      entries[name]?.needsReading = false
      entries[name]?.unread = nil
    }
    return questions
  }

  mutating func apply(common properties: UnitProperties, to name: String) {
    entries[name]?.reading.apply(common: properties)
  }

  mutating func apply(special properties: UnitProperties, to name: String) {
    entries[name]?.reading.apply(special: properties)
    if let restarts = properties.number(.restarts) { entries[name]?.restarts.observe(restarts) }
  }

  /// It is read again in the next tick; what it uses is not known until then.
  mutating func fail(_ name: String, _ reason: String) {
    entries[name]?.needsReading = true
    entries[name]?.unread = reason
    entries[name]?.reading.resources = UnitResources()
  }

  func section(at now: Duration, forgetAfter: Duration) -> UnitsSection {
    var section = UnitsSection(omitted: omitted)
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) where !entry.isRemoved {
      guard entry.isLoaded || now - entry.seenAt <= forgetAfter else { continue }
      var reading = entry.reading
      reading.restarts = entry.restarts.total
      section.units.append(reading)
      section.unread[name] = entry.unread
    }
    return section
  }
}

extension UnitLedger.Entry {
  fileprivate func isRunning(_ kind: UnitKind?) -> Bool {
    guard kind?.hasControlGroup == true, reading.controlGroup != nil else { return false }
    return reading.state != .inactive && reading.state != .failed
  }
}
