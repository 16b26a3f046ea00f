/// The connections of one daemon that rest.
struct Suspensions: Sendable {
  private var resting: [ObjectIdentifier: Suspension] = [:]
  private var isEnded = false

  /// Nil once nothing may rest any more.
  mutating func add(_ suspend: () -> Suspension) -> Suspension? {
    guard !isEnded else { return nil }
    let suspension = suspend()
    resting[ObjectIdentifier(suspension)] = suspension
    return suspension
  }

  mutating func remove(_ suspension: Suspension) {
    resting[ObjectIdentifier(suspension)] = nil
  }

  /// Everything that still rests.
  mutating func end() -> [Suspension] {
    isEnded = true
    return Array(resting.values)
  }
}
