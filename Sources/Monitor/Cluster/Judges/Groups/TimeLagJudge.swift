import Model

/// How old the next record is that a group will consume.
package enum TimeLagJudge {
  package enum Age: Sendable, Hashable {
    case known(Tenths)
    /// The record is older than the history: the leader must be asked, by bisection, from here back.
    case needsLookup(oldest: OffsetPoint)
    case unknown
  }

  package static func judge(_ lag: LagJudge.Lag, appended: @autoclosure () -> OffsetAge, now: Tenths) -> Age {
    guard let records = lag.records else { return .unknown }
    // Whoever has consumed everything waits for nothing.
    guard records > 0 else { return .known(0) }
    switch appended() {
    case .at(let time): return .known(age(of: time, now: now))
    case .older(let oldest): return .needsLookup(oldest: oldest)
    case .notYet, .unknown: return .unknown
    }
  }

  /// A record from the future, by its producer's clock, is new.
  package static func age(of time: Tenths, now: Tenths) -> Tenths {
    max(0, now.subtractingSaturated(time))
  }
}
