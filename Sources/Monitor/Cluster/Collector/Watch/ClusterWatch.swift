import Kafka
import Model
import Systemd

/// Watches one cluster: what it knows from one cycle to the next, and the order of a cycle's questions.
actor ClusterWatch {
  /// Of the interval: the rest is for judging and publishing.
  private static let shareForAsking = 8

  let settings: ClusterCollectorSettings
  let client: ClusterClient
  let loop: EventLoop
  var cycle: UInt32 = 0
  var known = KnownBrokers()
  var profiles: [NodeID: BrokerProfile] = [:]
  var probes = ProbeLedger()
  var metadata: Kept<MetadataReading>?
  /// The last reading and the rows it had.
  var previous = ClusterReading()
  var slow: SlowKnowledge
  var plan: SlowPlan
  var ends = AgingColumn()
  var silence = SilenceLedger()
  var unread = UnreadMemory()
  var judge: ClusterJudge
  /// Nil unless somebody asked for it.
  let canary: CanaryRun?
  /// Where a node listens that is a controller and no broker; found anew in every cycle.
  var controller: BrokerAddress?
  /// The connection on which our own broker said last who it is.
  var pairedConnection: KafkaConnection?
  /// What was published last, for when nobody answers.
  var lastSection: ClusterSection?
  /// Records whose batches do not say when they were written.
  var timelessRecords: Set<TimeTarget> = []
  /// Nil before the cluster is known, and where nothing is kept.
  var archiveFile: OffsetArchiveFile?
  var identity = ClusterIdentity()
  /// Who answered last, and is asked first.
  var source: BrokerAddress?
  /// Who did not answer when asked last.
  var unanswering: Set<BrokerAddress> = []
  /// Whether any broker has answered yet.
  var wasFound = false

  init(
    _ settings: ClusterCollectorSettings, client: ClusterClient,
    on loop: EventLoop
  ) {
    self.settings = settings
    self.client = client
    self.loop = loop
    plan = SlowPlan(interval: settings.interval)
    slow = SlowKnowledge(period: plan.period)
    canary =
      settings.canary.isEnabled ? CanaryRun(settings.canary, time: loop.time, log: settings.log) : nil
    judge = ClusterJudge(ClusterJudgeSettings(settings))
  }

  /// In cycles; after that what was not read again is not believed any more.
  var limit: UInt32 {
    max(1, UInt32(clamping: Int64(settings.staleAfter / settings.interval)))
  }

  /// One cycle: asks, judges, and says what there is to publish.
  func read() async throws(CollectorError) -> ClusterSection {
    cycle &+= 1
    let asking = CycleAsking(
      client: client, time: loop.time, deadline: settings.requestDeadline,
      end: loop.time.now().uptime + settings.interval * Self.shareForAsking / 10)
    await client.renewChangedFiles()
    let metadata: MetadataReading
    do throws(CollectorError) {
      metadata = try await readMetadata(asking)
    } catch {
      guard let controller else { throw error }
      return try await readController(asking, at: controller)
    }
    await recall()
    try await findPair(asking, metadata)
    let index = TopicIndex(metadata.topics)
    let rows = RowMap(from: previous.topics, to: metadata.topics)
    ends.follow(rows, count: metadata.partitions.count)
    slow.follow(rows, count: metadata.partitions.count)
    let isNew = previous.topics.isEmpty
    let questions =
      lookupsHaveTheirTurn && rows.isIdentity ? judge.timeQuestions().filter { $0.round == 0 } : []
    let due = plan.next(isFirst: cycle == 1 || isNew, isBusy: !questions.isEmpty)

    async let slowAnswers = readSlowly(asking, due, metadata, index, rows)
    var answers = await readBrokers(asking)
    await settle(&answers, asking)
    let groups = assembleGroups(answers, index, rows)
    let newest = await readEnds(asking, metadata, index, groups.positions)
    await readStable(asking, due, newest, index)
    await readRecordTimes(asking, index, rows)
    await answer(questions, asking, index)
    let quorum = await slowAnswers
    if slow.registrations?.cycle == cycle { expectBrokers(newest) }

    note(answers)
    var reading = assemble(newest, index, groups, answers, quorum)
    reading.transactionCoordinators = Set(slow.transactions.keys)
    let section = publish(reading, asking)
    sayWhetherCoarser(section)
    lastSection = section
    return section
  }

  private func sayWhetherCoarser(_ section: ClusterSection) {
    let before = lastSection?.verdict.budget?.granularity ?? .partition
    guard let budget = section.verdict.budget, budget.granularity != before,
      settings.granularity == .automatic
    else { return }
    settings.log.warn(
      budget.fellBack
        ? "the page of a cluster is coarser than wanted" : "the page of a cluster is as fine as wanted",
      .init("cluster", section.name), .init("granularity", budget.granularity.rawValue),
      .init("series_wanted", "\(budget.wanted)"), .init("series_budget", "\(budget.limit)"))
  }

  /// Every other cycle, so that the slow jobs go on meanwhile.
  private var lookupsHaveTheirTurn: Bool { cycle % 2 == 0 }

  private func note(_ answers: [BrokerAnswer]) {
    for answer in answers {
      if let duration = answer.duration { probes.record(duration, of: answer.broker) }
      if let profile = answer.profile { profiles[answer.broker] = profile }
      guard let address = known.addresses[answer.broker] else { continue }
      if answer.duration == nil { unanswering.insert(address) } else { unanswering.remove(address) }
    }
    let brokers = Set(known.addresses.keys)
    probes.keep(only: brokers)
    profiles = profiles.filter { brokers.contains($0.key) }
    // Not only once: a cluster may move from ZooKeeper to KRaft under our eyes.
    if let profile = known.live.lazy.compactMap({ self.profiles[$0.id] }).first {
      identity.kind = ClusterKind(clusterID: identity.id, profile.response)
    }
  }
}

extension ClusterJudgeSettings {
  init(_ settings: ClusterCollectorSettings) {
    self.init()
    expectedBrokers = settings.expectedBrokers
    seriesBudget = settings.seriesBudget
    granularity =
      switch settings.granularity {
      case .partition: .partition
      case .lags: .lags
      case .topic: .topic
      case .automatic: .automatic
      }
  }
}
