import Model

/// How often memory ran out in a container; never falls.
///
/// Events tell every time; an inspection tells only whether it happened in the last run, but also when the event was lost.
struct OOMLedger: Sendable, Hashable {
  private(set) var count: UInt64 = 0
  /// In nanoseconds since 1970: what happened before has been counted.
  private var countedUntil = Int64.min

  mutating func sawEvent(at time: Int64) {
    guard time > countedUntil else { return }
    count &+= 1
    countedUntil = time
  }

  /// `now`: an event of the same that comes later tells of a time before.
  mutating func see(_ container: ContainerReading, now: Timestamp) {
    guard container.isOOMKilled == true, let startedAt = container.startedAt,
      countedUntil < startedAt.nanoseconds
    else { return }
    count &+= 1
    countedUntil = max(now.nanoseconds, startedAt.nanoseconds)
  }
}
