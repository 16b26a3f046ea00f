/// The records of a partition: most are only counted, those that clients produced are kept.
package struct SimulatedLog: Sendable {
  package internal(set) var start: Int64 = 0
  /// Where the next record goes.
  package internal(set) var end: Int64 = 0
  /// Where the oldest open transaction begins; `nil`: there is none.
  package var openTransaction: Int64?
  /// Of a record that is only counted.
  package var recordSize: Int64 = 100
  package internal(set) var times = RecordTimes()
  var batches = KeptBatches()
  /// The part of the next record that the workload has made already.
  var unfinished: Double = 0

  package init(start: Int64 = 0, end: Int64 = 0, at wall: Int64 = 0) {
    self.start = start
    self.end = start
    append(end - start, at: wall)
  }

  package var lastStable: Int64 { openTransaction.map { min(max($0, start), end) } ?? end }

  package var size: Int64 { batches.size + max(0, end - start - batches.count) * recordSize }

  /// Appends records that bear one time, in milliseconds since 1970.
  package mutating func append(_ count: Int64, at wall: Int64) {
    append(count, first: wall, last: wall)
  }

  mutating func append(_ count: Int64, first: Int64, last: Int64) {
    guard count > 0 else { return }
    times.add(offset: end, wall: first)
    times.add(offset: end + count - 1, wall: last)
    end += count
  }

  /// Drops everything before this offset.
  package mutating func cut(to offset: Int64) {
    start = min(max(offset, start), end)
    times.cut(to: start)
    batches.cut(to: start)
  }

  /// Makes the log end earlier, as an unclean election does.
  package mutating func truncate(to offset: Int64) {
    end = max(min(offset, end), start)
    times.truncate(to: end)
    batches.truncate(to: end)
  }
}
