import Model

/// What one reading says of all groups.
struct GroupsOutcome: Sendable {
  var groups: [GroupVerdict] = []
  var topics: [GroupTopicVerdict] = []
  var lags = LagTable()
  /// What each group committed on each topic since the last reading.
  var growth: [(group: Int, topic: Int, records: Int64)] = []
  /// Records whose age only their leaders know.
  var targets: [TimeTarget] = []
}
