import Model

/// All containers that are watched, and which of them are to be asked about.
///
/// An inspection is the only thing that is believed. Lists and events say only that there is something to inspect: so it does
/// not matter in which order they come, nor whether any is lost.
struct KnownContainers: Sendable {
  /// How many are watched at most; running ones and newer ones first.
  static let largest = 2000

  private let filter: ContainerFilter
  private(set) var all: [String: KnownContainer] = [:]
  private(set) var due: Set<String> = []
  private(set) var arrivals: UInt64 = 0
  private(set) var leftOut = 0
  private var events = EventLedger()

  init(filter: ContainerFilter) {
    self.filter = filter
  }

  var eventCounts: [ContainerAction: UInt64] { events.counts }

  /// In nanoseconds since 1970 by the engine's clock.
  var newestEvent: Int64? { events.newest }

  /// Takes what was listed after the first `arrivals` containers were known: one that came since may be missing rightly.
  mutating func reconcile(with list: [ListedContainer], arrivals: UInt64, inspectsAll: Bool) {
    let wanted = list.filter { filter.includes(name: $0.name, image: $0.image, labels: $0.labels) }
    let watched =
      wanted.count <= Self.largest ? wanted : Array(wanted.sorted(by: Self.comesFirst)[..<Self.largest])
    leftOut = wanted.count - watched.count
    let ids = Set(watched.map(\.id))
    all = all.filter { ids.contains($0.key) || $0.value.arrival > arrivals }
    for container in watched {
      guard !inspectsAll, let known = all[container.id], !container.contradicts(known.inspected.reading)
      else {
        due.insert(container.id)
        continue
      }
    }
  }

  /// Answers whether there is something to inspect, or to publish.
  mutating func take(_ event: ContainerEvent) -> Bool {
    guard events.isNew(event), let action = event.action else { return false }
    guard filter.includes(name: event.name, image: event.image, labels: event.attributes) else {
      // Its new name is none that is watched.
      return remove(event.id)
    }
    events.count(action)
    if action == .oom { all[event.id]?.sawOOM(at: event.time) }
    if action == .destroy { return remove(event.id) }
    due.insert(event.id)
    return true
  }

  mutating func takeDue() -> [String] {
    defer { due = [] }
    return due.sorted()
  }

  mutating func inspectAgain(_ id: String) {
    due.insert(id)
  }

  mutating func take(_ container: InspectedContainer, now: Moment) {
    let id = container.reading.id
    if all[id] != nil {
      all[id]?.see(container, now: now)
    } else if all.count < Self.largest {
      arrivals &+= 1
      all[id] = KnownContainer(container, arrival: arrivals, now: now)
    }
  }

  mutating func take(_ reply: UsageReply, of id: String, now: Moment) {
    guard let wasRestarted = all[id]?.see(reply, at: now) else { return }
    if wasRestarted { due.insert(id) }
  }

  @discardableResult
  mutating func remove(_ id: String) -> Bool {
    due.remove(id)
    return all.removeValue(forKey: id) != nil
  }

  /// Those with something to measure, the longest unread first.
  var running: [String] {
    let running = all.filter(\.value.isRunning)
    return running.sorted { left, right in
      let (leftTime, rightTime) = (left.value.usageReadAt?.uptime, right.value.usageReadAt?.uptime)
      return (leftTime ?? .zero, left.key) < (rightTime ?? .zero, right.key)
    }.map(\.key)
  }

  /// Sorted by name. While one takes over the name of another there are two for a moment: then the newer one has it.
  func readings(at now: Moment, staleAfter: Duration) -> [ContainerReading] {
    let readings = all.values.map { $0.reading(at: now, staleAfter: staleAfter) }
    let newestFirst = readings.sorted { left, right in
      (left.name, right.created?.nanoseconds ?? 0, left.id) < (
        right.name, left.created?.nanoseconds ?? 0, right.id
      )
    }
    var distinct: [ContainerReading] = []
    for reading in newestFirst where distinct.last?.name != reading.name { distinct.append(reading) }
    return distinct
  }

  private static func comesFirst(_ left: ListedContainer, _ right: ListedContainer) -> Bool {
    let (leftRuns, rightRuns) = (left.state == .running, right.state == .running)
    return leftRuns == rightRuns ? (left.created, left.id) > (right.created, right.id) : leftRuns
  }
}
