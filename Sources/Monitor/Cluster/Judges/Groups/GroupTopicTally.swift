import Model

/// Adds up one group's partitions of one topic.
struct GroupTopicTally {
  let topic: Int
  private(set) var memory: GroupMemories.Topic
  private(set) var consumed: Int64 = 0
  private var committed = 0
  private var known = 0
  private var ahead = 0
  private var sum: Int64 = 0
  private var oldest: Tenths?
  private var hasUnknownAge = false
  private var retention: Double?
  private var lastCommit: Timestamp?

  init(_ topic: Int, _ memory: GroupMemories.Topic?) {
    self.topic = topic
    self.memory = memory ?? GroupMemories.Topic(topic: topic)
    self.memory.topic = topic
  }

  mutating func add(_ lag: LagJudge.Lag, age: Tenths?, marks: PositionMarks, _ step: ProgressJudge.Step) {
    committed += 1
    if let records = lag.records {
      known += 1
      sum = sum.addingSaturated(records)
    }
    if marks.contains(.ahead) { ahead += 1 }
    // Whatever is older than the history is the oldest of all: without it the maximum would be too low.
    if marks.contains(.needsLookup) { hasUnknownAge = true }
    if let age { oldest = max(oldest ?? age, age) }
    consumed = consumed.addingSaturated(step.consumed)
    memory.consumed = memory.consumed.addingSaturated(UInt64(clamping: step.consumed))
    memory.lost = memory.lost.addingSaturated(UInt64(clamping: step.lost))
  }

  mutating func add(retention share: Double?, lastCommit time: Timestamp?) {
    if let share { retention = max(retention ?? share, share) }
    if let time { lastCommit = max(lastCommit ?? time, time) }
  }

  mutating func verdict(partitions: Int, now: Tenths, window: Tenths, _ rows: RowMap) -> GroupTopicVerdict {
    var verdict = GroupTopicVerdict(topic: topic)
    verdict.lag = known > 0 ? sum : nil
    verdict.unknown = committed - known
    verdict.ahead = ahead
    verdict.withoutCommit = max(0, partitions - committed)
    verdict.lagSeconds = hasUnknownAge ? nil : oldest.map { Double($0) / 10 }
    verdict.retentionShare = retention
    verdict.lastCommit = lastCommit
    (verdict.consumed, verdict.lost) = (memory.consumed, memory.lost)
    if rows.isRecreated(topic) { memory.trend = LagTrend() }
    // A sum that lacks partitions would make the lag seem to fall.
    guard known == committed else { return verdict }
    memory.trend.observe(sum, at: now, window: window)
    verdict.lagVelocity = memory.trend.velocity(window: window)
    verdict.secondsToDrain = LagTrendJudge.secondsToDrain(lag: verdict.lag, velocity: verdict.lagVelocity)
    return verdict
  }
}
