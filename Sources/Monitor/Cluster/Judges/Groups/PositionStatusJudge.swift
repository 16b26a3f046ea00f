import Model

/// How one group gets on in one partition, by whether it moves.
enum PositionStatusJudge {
  /// Whoever commits every ten minutes is not stalled after five; nobody gets more than an hour.
  private static let patience = 3
  private static let longestPatience: Tenths = 36_000

  /// A partition that ever saw a transaction may end in a marker that no consumer ever commits.
  ///
  /// Most transactions are too short to be seen: an offset that alone is left where the log does not grow any more is likely a marker.
  static func toleratedLag(isTransactional: Bool, rest: Tenths, window: Tenths) -> Int64 {
    isTransactional || rest >= window ? 1 : 0
  }

  /// Nil while too little was seen to say.
  static func judge(
    _ memory: PositionMemory, lag: Int64?, tolerated: Int64, now: Tenths, window: Tenths
  ) -> GroupStatus? {
    if let lag, lag <= tolerated { return .ok }
    guard let behindSince = memory.behindSince.value else { return nil }
    if let rewoundAt = memory.rewoundAt.value, now.subtractingSaturated(rewoundAt) <= window {
      return .rewound
    }
    let quiet = now.subtractingSaturated(max(memory.moved.value ?? memory.firstSeen, behindSince))
    let allowed = max(window, min(memory.interval.multipliedSaturated(by: Tenths(patience)), longestPatience))
    if quiet > allowed { return .stalled }
    // Standing still is no progress yet, and not long enough to be none.
    return memory.moved.value == nil || quiet > window ? nil : .ok
  }
}
