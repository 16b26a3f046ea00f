import Kafka
import Model

/// Everything that is not read in every cycle, with when it was read.
struct SlowKnowledge: Sendable {
  /// After so many of its turns have passed without an answer, it is not believed any more.
  private static let turnsKept: UInt32 = 3

  let period: UInt32
  var settings: [String: Kept<TopicSettings>] = [:]
  var registrations: Kept<[Registration]>?
  var reassignments: Kept<[MovingPartition]>?
  var logDirs: [NodeID: Kept<BrokerLogDirs>] = [:]
  var transactions: [NodeID: Kept<[TransactionReading]>] = [:]
  var logStarts = AgingColumn()
  var stables = AgingColumn()
  var unstable = AgingColumn()
  /// What could not be read, kept until its job has its next turn.
  private var unread: [UnreadPart] = []

  init(period: UInt32) {
    self.period = period
  }

  /// In cycles.
  var limit: UInt32 { period * Self.turnsKept }

  mutating func follow(_ rows: RowMap, count: Int) {
    logStarts.follow(rows, count: count)
    stables.follow(rows, count: count)
    unstable.follow(rows, count: count)
  }

  /// Everything that could not be read in this cycle, or in the last turn of a job that had none in it.
  mutating func unread(now: [UnreadPart], due: Set<SlowJob>) -> [UnreadPart] {
    let asked = Set(due.map(\.rawValue)).union(now.map(\.part))
    let jobs = Set(SlowJob.allCases.map(\.rawValue))
    let kept = unread.filter { !asked.contains($0.part) }
    unread = kept + now.filter { jobs.contains($0.part) }
    return (kept + now).sorted { ($0.part, $0.reason) < ($1.part, $1.reason) }
  }

  /// What is too old, or of brokers and topics that are gone, is dropped.
  mutating func forget(in cycle: UInt32, topics: TopicIndex) {
    settings = settings.filter {
      topics[$0.key] != nil && $0.value.value(in: cycle, notOlderThan: limit) != nil
    }
    logDirs = logDirs.filter { $0.value.value(in: cycle, notOlderThan: limit) != nil }
    transactions = transactions.filter { $0.value.value(in: cycle, notOlderThan: limit) != nil }
    if registrations?.value(in: cycle, notOlderThan: limit) == nil { registrations = nil }
    if reassignments?.value(in: cycle, notOlderThan: limit) == nil { reassignments = nil }
  }
}
