package import Model

/// Makes a verdict of every reading of one cluster: all judges, in the order in which they need each other.
///
/// A value without clock or I/O: what it says depends on nothing but the readings it was given.
package struct ClusterJudge: Sendable {
  private let settings: ClusterJudgeSettings
  var clock: JudgeClock?
  var last: Cycle?
  private var freeze = MetadataFreezeJudge()
  private var expected = ExpectedBrokersJudge()
  private var controller = ControllerJudge()
  private var changes = MetadataChangeJudge()
  private var transactions = HangingTransactionJudge()
  private var hot = HotPartitionJudge()
  private var messagesIn = MessagesInJudge()
  private var messagesOut = MessagesOutJudge()
  private var groups = GroupsJudge()
  private var history: OffsetHistory
  var lookups = TimeLookups()
  var targets: [TimeTarget] = []
  private var budget: SeriesBudgetJudge

  package init(_ settings: ClusterJudgeSettings = ClusterJudgeSettings(), archive: OffsetArchive? = nil) {
    self.settings = settings
    history = OffsetHistory(archived: archive)
    budget = SeriesBudgetJudge(wish: settings.granularity, limit: settings.seriesBudget)
  }

  /// Readings must come in the order in which they were taken.
  package mutating func judge(
    _ reading: ClusterReading, at moment: Moment, hints: StatusHints = StatusHints()
  ) -> ClusterVerdict {
    let clock = self.clock ?? JudgeClock(origin: moment)
    self.clock = clock
    let rows = RowMap(from: last?.reading.topics ?? [], to: reading.topics)
    let cycle = Cycle(reading: reading, rows: rows, moment: moment, clock: clock)
    var verdict = ClusterVerdict()
    judgeBrokers(cycle, &verdict)
    judgePartitions(cycle, &verdict)
    judgeGroups(cycle, hints, &verdict)
    verdict.budget = budget.judge(
      reading, perPartition: settings.seriesPerPartition, perLag: settings.seriesPerLag)
    last = cycle
    return verdict
  }

  /// What to ask leaders with ListOffsets by time, for records older than the offset history.
  ///
  /// Every call is one step of the bisection; answers belong to `record` before the next reading.
  package mutating func timeQuestions() -> [TimeQuestion] {
    last.map { lookups.plan(targets, $0) } ?? []
  }

  /// The offset that a leader answered; nil where it has no record that young.
  package mutating func record(_ question: TimeQuestion, firstOffset: Int64?) {
    lookups.record(question, firstOffset: firstOffset)
  }

  /// The offset history, to be kept across restarts; nil before the first reading.
  package func encodedArchive(at moment: Moment) -> [UInt8]? {
    guard let clock, let last else { return nil }
    return history.encoded(last.reading.topics, clock: clock, at: moment)
  }

  private mutating func judgeBrokers(_ cycle: Cycle, _ verdict: inout ClusterVerdict) {
    let reading = cycle.reading
    verdict.isFrozen = freeze.judge(reading)
    verdict.expectedBrokers = expected.judge(cycle, configured: settings.expectedBrokers)
    let isFrozen = verdict.isFrozen == true
    (verdict.controller, verdict.controllerChanges) = controller.judge(reading, isFrozen: isFrozen)
    // Frozen metadata goes on listing the dead as live; only who answers is known to be.
    if isFrozen {
      verdict.liveBrokers =
        reading.brokers.allSatisfy { $0.answers == nil } ? nil : reading.brokers.count { $0.answers == true }
    } else if reading.brokers.contains(where: { $0.isLive != nil }) {
      verdict.liveBrokers = reading.brokers.count { $0.isLive == true }
    }
  }

  private mutating func judgePartitions(_ cycle: Cycle, _ verdict: inout ClusterVerdict) {
    let isFrozen = verdict.isFrozen == true
    let outcome = PartitionJudge.judge(
      cycle.reading, isFrozen: isFrozen, expected: verdict.expectedBrokers?.brokers ?? [])
    verdict.troubles = outcome.troubles
    // A controller knows of no partitions, which is not to say that its brokers have none.
    verdict.brokers = cycle.reading.hasMetadata ? outcome.brokers : []
    (verdict.offline, verdict.unavailable) = (outcome.offline, outcome.unavailable)
    verdict.reassigning = outcome.reassigning
    let known = Self.known(cycle, verdict)
    let changed = changes.judge(cycle, isFrozen: isFrozen, known: known)
    for index in verdict.brokers.indices {
      verdict.brokers[index].changes = changed[verdict.brokers[index].id] ?? MetadataChanges()
    }
    (verdict.singleReplicaTopics, verdict.singleRackTopics) = PlacementJudge.judge(cycle.reading)
    mark(hot.judge(cycle), .hot, &verdict)
    let hanging = transactions.judge(cycle)
    mark(hanging, .hangingTransaction, &verdict)
    let table = cycle.reading.partitions
    if (0..<table.count).contains(where: { table.unstable[$0] != nil }) {
      verdict.hangingTransactions = hanging.count { $0 }
    }
    verdict.openTransactions = cycle.reading.transactions.map { list in list.count { $0.state == .ongoing } }
    verdict.messagesIn = messagesIn.judge(cycle, known: known)
  }

  private mutating func judgeGroups(_ cycle: Cycle, _ hints: StatusHints, _ verdict: inout ClusterVerdict) {
    history.observe(cycle)
    lookups.follow(cycle.rows)
    var surroundings = GroupSurroundings()
    surroundings.troubles = verdict.troubles
    surroundings.transactional = transactions.transactional
    surroundings.history = history
    surroundings.lookups = lookups
    surroundings.hints = hints
    surroundings.window = Tenths(clamping: settings.progressWindow.wholeNanoseconds / 100_000_000)
    let outcome = groups.judge(cycle, surroundings)
    targets = outcome.targets
    (verdict.groups, verdict.groupTopics) = (outcome.groups, outcome.topics)
    verdict.lags = outcome.lags
    verdict.messagesOut = messagesOut.judge(
      cycle, growth: outcome.growth, known: Self.known(cycle, verdict))
  }

  /// Whose counters go on.
  private static func known(_ cycle: Cycle, _ verdict: ClusterVerdict) -> Set<NodeID> {
    Set(cycle.reading.brokers.map(\.id) + (verdict.expectedBrokers?.brokers ?? []))
  }

  private func mark(_ rows: [Bool], _ trouble: PartitionTroubles, _ verdict: inout ClusterVerdict) {
    for (row, isMarked) in rows.enumerated() where isMarked && verdict.troubles.indices.contains(row) {
      verdict.troubles[row].insert(trouble)
    }
  }
}
