import Kafka
import Model
import Patterns

extension ClusterWatch {
  private static let readCommitted: Int8 = 1

  /// Ends come after commits: a lag is never understated. Says what is known of leaders then.
  func readEnds(
    _ asking: CycleAsking, _ metadata: MetadataReading, _ index: TopicIndex, _ positions: PositionTable
  ) async -> MetadataReading {
    let wanted = wantedRows(metadata, positions.partitions)
    let requests = OffsetQuestions.requests(
      metadata.topics, metadata.partitions, timestamp: OffsetQuestions.latest
    ) { row, _ in wanted[row] }
    let sweep = OffsetSweep(asking: asking, addresses: known.addresses)
    var answers = await sweep.ask(requests, index, for: "log_ends")
    var newest = metadata
    if !answers.moved.isEmpty, let newer = await readMoved(asking, index) {
      newest = newer
      answers.add(await askMoved(Set(answers.moved), newer, asking, index))
    }
    for (row, offset) in answers.offsets { ends.set(row, offset, in: cycle) }
    return newest
  }

  /// Partitions of our scope, and those of others that our groups have committed on.
  func wantedRows(_ metadata: MetadataReading, _ committed: [Int32]) -> [Bool] {
    var wanted = [Bool](repeating: false, count: metadata.partitions.count)
    for topic in metadata.topics where topic.isSelected {
      for row in topic.partitions { wanted[row] = isInScope(metadata.partitions.leader(of: row)) }
    }
    if known.paired != nil {
      for row in committed where wanted.indices.contains(Int(row)) { wanted[Int(row)] = true }
    }
    return wanted
  }

  /// Where our groups had committed in the last reading, as rows of this one.
  func earlierPositions(_ rows: RowMap) -> [Int32] {
    guard known.paired != nil else { return [] }
    return previous.positions.partitions.compactMap { row in
      rows.row(earlier: Int(row)).map { Int32(truncatingIfNeeded: $0) }
    }
  }

  func isInScope(_ leader: NodeID?) -> Bool {
    guard let paired = known.paired else { return true }
    return leader == paired.id
  }

  /// Newer metadata, for partitions that were elected another leader meanwhile.
  private func readMoved(_ asking: CycleAsking, _ index: TopicIndex) async -> MetadataReading? {
    guard let source, let response = await asking.ask(MetadataRequest(), source, for: "metadata") else {
      return nil
    }
    let newer = MetadataReading(response) { [filter = settings.topics] in filter.includes($0) }
    // Other rows would need everything else to be read again: that is the next cycle's.
    guard newer.topics == index.topics else { return nil }
    metadata = Kept(newer, in: cycle)
    return newer
  }

  private func askMoved(
    _ moved: Set<Int>, _ newer: MetadataReading, _ asking: CycleAsking, _ index: TopicIndex
  ) async -> OffsetAnswers {
    let requests = OffsetQuestions.requests(
      newer.topics, newer.partitions, timestamp: OffsetQuestions.latest
    ) { row, _ in moved.contains(row) }
    return await OffsetSweep(asking: asking, addresses: known.addresses).ask(requests, index, for: "log_ends")
  }

  /// The last stable offset right after the end: numbers of different moments would see open transactions everywhere.
  func readStable(
    _ asking: CycleAsking, _ due: Set<SlowJob>, _ metadata: MetadataReading, _ index: TopicIndex
  ) async {
    guard due.contains(.stableOffsets) else { return }
    let requests = OffsetQuestions.requests(
      metadata.topics, metadata.partitions, timestamp: OffsetQuestions.latest, isolation: Self.readCommitted
    ) { row, _ in
      ends.value(row, readIn: cycle) != nil
    }
    let sweep = OffsetSweep(asking: asking, addresses: known.addresses)
    let answers = await sweep.ask(requests, index, on: .slow, for: "last_stable_offsets")
    for (row, stable) in answers.offsets {
      slow.stables.set(row, stable, in: cycle)
      if let end = ends.value(row, readIn: cycle) { slow.unstable.set(row, max(0, end - stable), in: cycle) }
    }
  }

  /// Only where somebody allowed it: who may read a topic may read all of it.
  func readRecordTimes(_ asking: CycleAsking, _ index: TopicIndex, _ rows: RowMap) async {
    guard settings.readsRecords else { return }
    // After a while, and when rows mean something else, they are tried again.
    if !rows.isIdentity || cycle.isMultiple(of: 360) { timelessRecords = [] }
    let sweep = RecordSweep(asking: asking)
    await withTaskGroup(of: (TimeTarget, Timestamp?).self) { tasks in
      for (leader, target) in judge.recordTargets(perLeader: RecordSweep.perLeader, except: timelessRecords) {
        // Rows are those of the last reading; in the cycle after a change of topics nothing is asked.
        guard rows.isIdentity, let address = known.addresses[leader],
          let topic = previous.topic(ofRow: target.partition), topic.settings?.isTiered == false
        else { continue }
        let partition = target.partition - topic.partitions.lowerBound
        tasks.addTask {
          (target, await sweep.time(of: target.offset, partition, of: topic.name, from: address))
        }
      }
      for await (target, time) in tasks {
        if let time {
          judge.record(target, writtenAt: time)
        } else if timelessRecords.count < 10_000 {
          timelessRecords.insert(target)
        }
      }
    }
  }

  /// One step of the search for the age of records that are older than our history.
  func answer(_ questions: [TimeQuestion], _ asking: CycleAsking, _ index: TopicIndex) async {
    guard !questions.isEmpty else { return }
    let byRow = Dictionary(questions.map { ($0.partition, $0) }, uniquingKeysWith: { first, _ in first })
    var requests: [NodeID: ListOffsetsRequest] = [:]
    for question in byRow.values {
      guard let topic = previous.topic(ofRow: question.partition), topic.settings?.isTiered != true else {
        continue
      }
      requests[question.leader, default: ListOffsetsRequest()].add(
        question.partition - topic.partitions.lowerBound, of: topic.name,
        timestamp: question.timestampMilliseconds)
    }
    let sweep = OffsetSweep(asking: asking, addresses: known.addresses)
    let answers = await sweep.ask(requests, index, on: .slow, for: "time_lookups")
    for (row, offset) in answers.offsets {
      if let question = byRow[row] { judge.record(question, firstOffset: offset) }
    }
    for row in answers.withoutRecord {
      if let question = byRow[row] { judge.record(question, firstOffset: nil) }
    }
  }
}

extension ListOffsetsRequest {
  fileprivate mutating func add(_ partition: Int, of topic: String, timestamp: Int64) {
    let part = Topic.Partition {
      $0.partitionIndex = PartitionID(rawValue: Int32(partition))
      $0.timestamp = timestamp
    }
    if let known = topics.firstIndex(where: { $0.name == topic }) {
      topics[known].partitions.append(part)
    } else {
      topics.append(
        .init {
          $0.name = topic
          $0.partitions = [part]
        })
    }
  }
}
