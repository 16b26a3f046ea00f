package import Model

/// Whether metadata can still be believed: without a quorum brokers go on serving the last they had.
package struct MetadataFreezeJudge: Sendable {
  /// One late answer may be a slow network; two in a row are a quorum that is gone.
  private static let lateAnswersThatFreeze = 2

  /// Without an answer metadata is as old as it was; for longer than that nobody knows.
  private static let silencesThatStayFrozen = 6

  private var lateAnswers = 0
  private var silences = 0
  private var isFrozen: Bool?

  package init() {}

  package mutating func judge(_ reading: ClusterReading) -> Bool? {
    guard reading.identity.kind == nil || reading.identity.kind == .kraft else {
      self = MetadataFreezeJudge()
      return nil
    }
    silences = reading.quorum == nil ? silences + 1 : 0
    switch reading.quorum {
    case .described: (lateAnswers, isFrozen) = (0, false)
    case .noLeader: (lateAnswers, isFrozen) = (0, true)
    case .late:
      lateAnswers = min(lateAnswers + 1, Self.lateAnswersThatFreeze)
      if lateAnswers == Self.lateAnswersThatFreeze { isFrozen = true }
    case nil where isFrozen == true && silences <= Self.silencesThatStayFrozen: break
    case nil: (lateAnswers, isFrozen) = (0, nil)
    }
    return isFrozen
  }
}
