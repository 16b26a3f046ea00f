import Kafka

/// What a fetch returned of one partition.
struct CanaryAnswer: Equatable {
  var batches: [StoredBatch] = []
  var logStart: Int64?

  /// Where to go on reading; nil when nothing came.
  var nextOffset: Int64? {
    batches.last.map { $0.lastOffset + 1 }
  }
}
