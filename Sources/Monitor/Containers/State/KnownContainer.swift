import Model

/// One container, and what is kept of it from one reading to the next.
struct KnownContainer: Sendable {
  /// The how many-th container it was that we got to know.
  let arrival: UInt64
  private(set) var inspected: InspectedContainer
  private var restarts: RestartLedger
  private(set) var ooms = OOMLedger()
  private var usage: (value: ContainerUsage, readAt: Moment)?
  private var cpu: CPUTimes?

  init(_ first: InspectedContainer, arrival: UInt64, now: Moment) {
    self.arrival = arrival
    inspected = first
    restarts = RestartLedger(first)
    ooms.see(first.reading, now: now.wall)
  }

  mutating func see(_ newer: InspectedContainer, now: Moment) {
    restarts.see(newer)
    ooms.see(newer.reading, now: now.wall)
    let isSameRun = newer.reading.startedAt == inspected.reading.startedAt
    inspected = newer
    if !isSameRun || !isRunning { usage = nil }
  }

  mutating func sawOOM(at time: Int64) {
    ooms.sawEvent(at: time)
  }

  /// Answers whether it must have been started anew since it was inspected, for a run's times never fall.
  mutating func see(_ reply: UsageReply, at now: Moment) -> Bool {
    let wasRestarted = zip(reply.cpu, cpu).map { $0.total < $1.total } ?? false
    cpu = reply.cpu?.fitted(after: cpu)
    var value = reply.usage
    value.userTime = cpu.map { .nanoseconds(Int64(clamping: $0.user)) }
    value.systemTime = cpu.map { .nanoseconds(Int64(clamping: $0.system)) }
    usage = value == ContainerUsage() ? nil : (value, now)
    return wasRestarted
  }

  var isRunning: Bool {
    inspected.reading.state == .running || inspected.reading.state == .paused
  }

  /// When its usage was read last.
  var usageReadAt: Moment? { usage?.readAt }

  func reading(at now: Moment, staleAfter: Duration) -> ContainerReading {
    var reading = inspected.reading
    reading.restarts = restarts.count
    reading.oomKills = ooms.count
    reading.usage = usage.flatMap { now.age(of: $0.readAt) < staleAfter ? $0.value : nil }
    return reading
  }
}

private func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
  guard let first, let second else { return nil }
  return (first, second)
}
