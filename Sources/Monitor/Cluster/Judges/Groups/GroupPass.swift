import Model

/// One pass over all groups of a reading, joined with what is remembered of them in one sweep: everything is sorted alike.
struct GroupPass {
  /// Time targets beyond these wait for others to be answered.
  private static let targetLimit = 16_384

  let cycle: Cycle
  let surroundings: GroupSurroundings
  let old: GroupMemories
  private let partitions: PartitionTable
  private let positions: PositionTable
  let topicsOfRows: [Int32]
  var new = GroupMemories()
  var outcome = GroupsOutcome()
  /// The last group, by number, that has a commit on a row or is assigned it.
  private var stamps: [Int32]

  init(_ cycle: Cycle, _ surroundings: GroupSurroundings, old: GroupMemories) {
    self.cycle = cycle
    self.surroundings = surroundings
    self.old = old
    partitions = cycle.reading.partitions
    positions = cycle.reading.positions
    topicsOfRows = cycle.topicsOfRows()
    stamps = Array(repeating: -1, count: cycle.reading.partitions.count)
    outcome.lags = LagTable(unknown: cycle.reading.positions.count)
    outcome.groups.reserveCapacity(cycle.reading.groups.count)
    new.reserveCapacity(of: old)
  }

  mutating func judge(_ group: GroupReading, at index: Int, old memory: GroupMemories.Group?) {
    var next = memory ?? GroupMemories.Group(name: group.name, lastSeen: cycle.now)
    next.lastSeen = cycle.now
    var verdict = GroupVerdict()
    verdict.rebalances = next.rebalances.judge(group)
    verdict.members = group.members?.count
    verdict.emptyMembers = Self.emptyMembers(group)
    let firstTopic = outcome.topics.count
    if group.positions == nil {
      new.carry(next, from: old, cycle.rows)
    } else {
      if !group.positionsAreCarried { next.readAt = KnownTime(cycle.now) }
      var evidence = judgePositions(group, at: index, &next)
      if evidence.worst == .stalled, let coordinator = group.coordinator {
        evidence.brokers.insert(coordinator)
      }
      (verdict.status, verdict.causes) = GroupStatusJudge.judge(group, evidence, hints: surroundings.hints)
    }
    countUncommitted(group, at: index, firstTopic: firstTopic)
    verdict.topics = firstTopic..<outcome.topics.count
    outcome.groups.append(verdict)
  }

  private mutating func judgePositions(
    _ group: GroupReading, at index: Int, _ memory: inout GroupMemories.Group
  ) -> GroupStatusJudge.Evidence {
    var evidence = GroupStatusJudge.Evidence()
    // Another broker's watcher counted meanwhile what the group did there.
    let wasElsewhere = memory.isAbsent && cycle.reading.scope != .cluster
    memory.isAbsent = false
    var join = PositionJoin(wasElsewhere ? 0..<0 : memory.positions, topics: memory.topics)
    let (firstPosition, firstTopic) = (new.positions.count, new.topics.count)
    var tally: GroupTopicTally?
    for position in (group.positions ?? 0..<0).clamped(to: 0..<positions.count) {
      let row = Int(positions.partitions[position])
      guard topicsOfRows.indices.contains(row) else { continue }
      let topic = Int(topicsOfRows[row])
      if tally?.topic != topic {
        close(tally, at: index, &evidence)
        let memory = join.topicMemory(topic, old, cycle.rows) { keep($0) }
        tally = GroupTopicTally(topic, memory, settings: cycle.reading.topics[topic].settings, now: cycle.now)
      }
      stamps[row] = Int32(index)
      let earlier = join.position(row, old, cycle.rows)
      let step =
        group.positionsAreCarried
        ? carry(position, row, kind: group.kind, old: earlier, readAt: memory.readAt, &tally, &evidence)
        : judge(position, row, kind: group.kind, old: earlier, &tally, &evidence)
      guard let step else { continue }
      new.partitions.append(Int32(row))
      new.positions.append(step)
    }
    close(tally, at: index, &evidence)
    _ = join.topicMemory(.max, old, cycle.rows) { keep($0) }
    memory.positions = firstPosition..<new.positions.count
    memory.topics = firstTopic..<new.topics.count
    new.groups.append(memory)
    return evidence
  }

  private mutating func judge(
    _ position: Int, _ row: Int, kind: GroupKind?, old: PositionMemory?, _ tally: inout GroupTopicTally?,
    _ evidence: inout GroupStatusJudge.Evidence
  ) -> PositionMemory {
    let committed = max(0, positions.offsets[position])
    let isShare = kind == .share
    let start = isShare ? nil : partitions.logStarts[row]
    var lag =
      isShare
      ? LagJudge.judge(reported: positions.reportedLags[position], startOffset: committed)
      : LagJudge.judge(committed: committed, logStart: start, logEnd: partitions.freshEnd(of: row))
    var step = ProgressJudge.judge(
      old, committed: committed, lag: lag, logStart: start, tolerated: tolerated(row), now: cycle.now)
    // An older end is one that this commit may have passed long ago: what it leaves is no lag.
    let isLagCarried = !isShare && !partitions.isEndFresh(row) && partitions.logEnds[row] != nil
    if isLagCarried { lag.records = old?.lastLag }
    step.memory.lastLag = lag.records
    if lag.marks.contains(.ahead), step.memory.readingsAhead >= ProgressJudge.readingsThatProveTruncation {
      lag.marks.insert(.truncated)
    }
    tally?.add(committedAt: positions.commitTimes[position], moved: step.memory.moved.value)
    report(lag, position, row, isShare: isShare, isCarried: isLagCarried, at: cycle.now, step, &tally)
    gather(step.memory, lag, row, &evidence)
    return step.memory
  }

  /// A commit of an earlier cycle says nothing of how the group gets on: the lag stays what it was then, and the rest is not judged.
  private mutating func carry(
    _ position: Int, _ row: Int, kind: GroupKind?, old: PositionMemory?, readAt: KnownTime,
    _ tally: inout GroupTopicTally?, _ evidence: inout GroupStatusJudge.Evidence
  ) -> PositionMemory? {
    let committed = max(0, positions.offsets[position])
    let isShare = kind == .share
    let next = max(committed, isShare ? 0 : partitions.logStarts[row] ?? 0)
    let lag = LagJudge.Lag(records: old?.lastLag, next: next)
    evidence.hasUnknown = true
    tally?.add(committedAt: positions.commitTimes[position], moved: old?.moved.value)
    let step = ProgressJudge.Step(memory: old ?? PositionMemory(committed: committed, firstSeen: cycle.now))
    report(
      lag, position, row, isShare: isShare, isCarried: true, at: readAt.value ?? cycle.now, step, &tally)
    return old
  }

  private mutating func report(
    _ lag: LagJudge.Lag, _ position: Int, _ row: Int, isShare: Bool, isCarried: Bool, at time: Tenths,
    _ step: ProgressJudge.Step, _ tally: inout GroupTopicTally?
  ) {
    var marks = lag.marks
    let age = age(lag, row, isShare: isShare, at: time, &marks)
    outcome.lags.lags[position] = lag.records
    outcome.lags.ages[position] = age.map(Int64.init)
    outcome.lags.marks[position] = marks
    tally?.add(lag, age: age, marks: marks, step, isCarried: isCarried)
    tally?.add(
      lag, age: age,
      log: RetentionJudge.Log(
        start: partitions.logStarts[row], end: partitions.logEnds[row], bytes: partitions.sizes[row]))
  }

  /// How old the next record was at that time.
  private mutating func age(
    _ lag: LagJudge.Lag, _ row: Int, isShare: Bool, at asOf: Tenths, _ marks: inout PositionMarks
  ) -> Tenths? {
    // Where a share group starts says nothing of which records behind it are delivered already.
    let judged = TimeLagJudge.judge(
      lag, appended: isShare ? .unknown : surroundings.history.time(of: lag.next, row: row), now: asOf)
    switch judged {
    case .known(let age): return age
    case .unknown: return nil
    case .needsLookup(let oldest):
      let target = TimeTarget(partition: row, offset: lag.next, oldest: oldest)
      if outcome.targets.count < Self.targetLimit { outcome.targets.append(target) }
      if let time = surroundings.lookups.time(of: target, now: cycle.now) {
        return TimeLagJudge.age(of: time, now: asOf)
      }
      marks.insert(.needsLookup)
      return nil
    }
  }

  private func tolerated(_ row: Int) -> Int64 {
    PositionStatusJudge.toleratedLag(
      isTransactional: surroundings.transactional.indices.contains(row) && surroundings.transactional[row],
      rest: surroundings.history[row]?.rest ?? 0, window: surroundings.window)
  }

  private func gather(
    _ memory: PositionMemory, _ lag: LagJudge.Lag, _ row: Int, _ evidence: inout GroupStatusJudge.Evidence
  ) {
    let status = PositionStatusJudge.judge(
      memory, lag: lag.records, tolerated: tolerated(row), now: cycle.now, window: surroundings.window)
    guard let status else {
      evidence.hasUnknown = true
      return
    }
    evidence.worst = max(evidence.worst ?? status, status)
    guard status == .stalled else { return }
    if surroundings.troubles.indices.contains(row) { evidence.troubles.formUnion(surroundings.troubles[row]) }
    if let leader = partitions.leader(of: row) { evidence.brokers.insert(leader) }
  }

  /// One answer without a commit on a topic, or an expired commit, is no reason for a counter to start anew.
  private mutating func keep(_ topic: GroupMemories.Topic) {
    guard cycle.now.subtractingSaturated(topic.lastSeen) <= GroupsJudge.countersLast else { return }
    new.keep(topic, cycle.rows)
  }

  private mutating func close(
    _ tally: GroupTopicTally?, at group: Int, _ evidence: inout GroupStatusJudge.Evidence
  ) {
    guard var tally else { return }
    let window = surroundings.window
    let verdict = tally.verdict(cycle, window: window)
    if let lag = verdict.lag, lag > 0, tally.memory.trend.grows(window: window) { evidence.isGrowing = true }
    outcome.topics.append(verdict)
    outcome.growth.append((group, tally.topic, tally.consumed))
    new.topics.append(tally.memory)
  }

  /// Where members say what they are assigned, exactly those partitions count as waiting for a first commit.
  private mutating func countUncommitted(_ group: GroupReading, at index: Int, firstTopic: Int) {
    guard group.positions != nil, let members = group.members, members.contains(where: { $0.assigned != nil })
    else {
      return
    }
    var missing: [Int: Int] = [:]
    for row in members.lazy.compactMap(\.assigned).joined() {
      guard stamps.indices.contains(Int(row)), stamps[Int(row)] != Int32(index) else { continue }
      stamps[Int(row)] = Int32(index)
      missing[Int(topicsOfRows[Int(row)]), default: 0] += 1
    }
    for place in firstTopic..<outcome.topics.count {
      outcome.topics[place].withoutCommit = missing.removeValue(forKey: outcome.topics[place].topic) ?? 0
    }
    guard !missing.isEmpty else { return }
    for (topic, count) in missing {
      var verdict = GroupTopicVerdict(topic: topic)
      verdict.withoutCommit = count
      outcome.topics.append(verdict)
    }
    outcome.topics[firstTopic...].sort { $0.topic < $1.topic }
  }

  private static func emptyMembers(_ group: GroupReading) -> Int? {
    guard let members = group.members, members.allSatisfy({ $0.assigned != nil }) else { return nil }
    return members.count { $0.assigned?.isEmpty == true }
  }
}
