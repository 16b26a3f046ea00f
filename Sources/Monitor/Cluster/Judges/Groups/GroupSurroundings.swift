import Model

/// What other judges found that the judgement of groups rests on.
struct GroupSurroundings: Sendable {
  var troubles: [PartitionTroubles] = []
  /// Partitions on which a transaction was ever open.
  var transactional: [Bool] = []
  var history = OffsetHistory()
  var lookups = TimeLookups()
  var hints = StatusHints()
  /// Over how long progress is judged.
  var window: Tenths = 3000
}
