import Model

/// Adds up one group's partitions of one topic.
struct GroupTopicTally {
  let topic: Int
  private(set) var memory: GroupMemories.Topic
  private(set) var consumed: Int64 = 0
  private var committed = 0
  private var known = 0
  /// With a lag of an earlier cycle.
  private var carried = 0
  private var ahead = 0
  private var sum: Int64 = 0
  private var oldest: Tenths?
  private var hasUnknownAge = false
  private var retention: Double?
  private var hasUnknownRetention = false
  private let settings: TopicSettings?
  /// Milliseconds since 1970.
  private var committedAt: Int64?
  private var moved: Tenths?

  init(_ topic: Int, _ memory: GroupMemories.Topic?, settings: TopicSettings?, now: Tenths) {
    self.topic = topic
    self.settings = settings
    self.memory = memory ?? GroupMemories.Topic(topic: topic, lastSeen: now)
    self.memory.topic = topic
    self.memory.lastSeen = now
  }

  mutating func add(
    _ lag: LagJudge.Lag, age: Tenths?, marks: PositionMarks, _ step: ProgressJudge.Step, isCarried: Bool
  ) {
    committed += 1
    if isCarried { carried += 1 }
    if let records = lag.records {
      known += 1
      sum = sum.addingSaturated(records)
    }
    if marks.contains(.ahead) { ahead += 1 }
    if let age {
      oldest = max(oldest ?? age, age)
    } else if lag.records != 0 {
      // Of the others alone the maximum would be too low: what is older than the history is the oldest of all, and behind an
      // unknown end there may be anything.
      hasUnknownAge = true
    }
    consumed = consumed.addingSaturated(step.consumed)
    memory.consumed = memory.consumed.addingSaturated(UInt64(clamping: step.consumed))
    memory.lost = memory.lost.addingSaturated(UInt64(clamping: step.lost))
  }

  mutating func add(committedAt: Int64?, moved: Tenths?) {
    if let committedAt { self.committedAt = max(self.committedAt ?? committedAt, committedAt) }
    if let moved { self.moved = max(self.moved ?? moved, moved) }
  }

  mutating func add(_ lag: LagJudge.Lag, age: Tenths?, log: RetentionJudge.Log) {
    if let share = RetentionJudge.share(lag, age: age, log: log, settings: settings) {
      retention = max(retention ?? share, share)
    } else if lag.records != 0 {
      hasUnknownRetention = true
    }
  }

  mutating func verdict(_ cycle: Cycle, window: Tenths) -> GroupTopicVerdict {
    var verdict = GroupTopicVerdict(topic: topic)
    verdict.lag = known > 0 ? sum : nil
    verdict.unknown = committed - known
    verdict.ahead = ahead
    verdict.withoutCommit = max(0, cycle.reading.topics[topic].partitions.count - committed)
    verdict.lagSeconds = hasUnknownAge ? nil : oldest.map { Double($0) / 10 }
    verdict.retentionShare = hasUnknownRetention ? nil : retention
    verdict.lastCommit = CommitAgeJudge.lastCommit(source: committedAt, moved: moved, cycle)
    (verdict.consumed, verdict.lost) = (memory.consumed, memory.lost)
    if cycle.rows.isRecreated(topic) { memory.trend = LagTrend() }
    // A sum that lacks partitions would make the lag seem to fall.
    guard known == committed else { return verdict }
    if carried == 0 { memory.trend.observe(sum, at: cycle.now, window: window) }
    verdict.lagVelocity = memory.trend.velocity(window: window)
    verdict.secondsToDrain = LagTrendJudge.secondsToDrain(lag: verdict.lag, velocity: verdict.lagVelocity)
    return verdict
  }
}
