/// What is remembered of all groups, in flat tables: one allocation each, whatever the number of lags.
struct GroupMemories: Sendable {
  struct Group: Sendable {
    let name: String
    var lastSeen: Tenths
    /// When its coordinator last said where it stands.
    var readAt = KnownTime.unknown
    /// Nobody listed it in the last reading, and it has not said since where it stands.
    var isAbsent = false
    var rebalances = RebalanceJudge()
    var positions: Range<Int> = 0..<0
    var topics: Range<Int> = 0..<0
  }

  struct Topic: Sendable {
    /// Index among the reading's topics.
    var topic: Int
    var consumed: UInt64 = 0
    var lost: UInt64 = 0
    /// When the group last had a commit on it.
    var lastSeen: Tenths
    var trend = LagTrend()
  }

  /// Sorted by name.
  var groups: [Group] = []
  /// Partition row of each position.
  var partitions: [Int32] = []
  var positions: [PositionMemory] = []
  var topics: [Topic] = []

  mutating func reserveCapacity(of other: GroupMemories) {
    groups.reserveCapacity(other.groups.count)
    partitions.reserveCapacity(other.positions.count)
    positions.reserveCapacity(other.positions.count)
    topics.reserveCapacity(other.topics.count)
  }

  /// Takes over what another reading's memories hold of one group, at the rows of this reading.
  mutating func carry(_ group: Group, from old: GroupMemories, _ rows: RowMap) {
    let firstPosition = positions.count
    for index in group.positions {
      guard let row = rows.row(earlier: Int(old.partitions[index])) else { continue }
      partitions.append(Int32(row))
      positions.append(old.positions[index])
    }
    var group = group
    group.positions = firstPosition..<positions.count
    let firstTopic = topics.count
    for index in group.topics {
      guard let topic = rows.topic(earlier: old.topics[index].topic) else { continue }
      var memory = old.topics[index]
      memory.topic = topic
      if rows.isRecreated(topic) { memory.trend = LagTrend() }
      topics.append(memory)
    }
    group.topics = firstTopic..<topics.count
    groups.append(group)
  }

  /// Takes over only what counters have come to.
  mutating func carryCounters(_ group: Group, from old: GroupMemories, _ rows: RowMap) {
    var group = group
    group.positions = 0..<0
    let firstTopic = topics.count
    for index in group.topics { keep(old.topics[index], rows) }
    group.topics = firstTopic..<topics.count
    groups.append(group)
  }

  /// Takes over what the counters of one topic have come to.
  mutating func keep(_ memory: Topic, _ rows: RowMap) {
    guard let topic = rows.topic(earlier: memory.topic) else { return }
    var memory = memory
    memory.topic = topic
    memory.trend = LagTrend()
    topics.append(memory)
  }
}
