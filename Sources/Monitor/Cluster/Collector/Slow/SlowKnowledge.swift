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
