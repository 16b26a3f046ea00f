import Kafka

extension SimulatedLog {
  /// The most records of a batch that is made up.
  private static let batchLength: Int64 = 100

  /// Whole batches from this offset up to another, as long as they fit; the first even if it does not. Records that were only counted
  /// are made up, the same each time.
  func read(from offset: Int64, upTo limit: Int64, maximum: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = offset
    while next < limit {
      let kept = batches.batch(at: next)
      let last = kept?.lastOffset ?? lastMadeUp(from: next, upTo: limit)
      let more = kept?.bytes ?? madeUp(from: next, through: last)
      guard last < limit, bytes.isEmpty || bytes.count + more.count <= maximum else { break }
      bytes += more
      next = last + 1
    }
    return bytes
  }

  private func lastMadeUp(from offset: Int64, upTo limit: Int64) -> Int64 {
    min(offset + Self.batchLength, limit, batches.next(after: offset) ?? limit) - 1
  }

  private func madeUp(from first: Int64, through last: Int64) -> [UInt8] {
    let base = times.time(of: first) ?? 0
    let records = (first...last).map { offset in
      Record(
        timestampDelta: (times.time(of: offset) ?? base) - base, value: Array("record \(offset)".utf8))
    }
    var writer = ByteWriter()
    writer.append(RecordBatch.bytes(of: records, baseTimestamp: base))
    writer.patch(first, at: 0)
    return writer.bytes
  }
}
