import Kafka

/// A batch as a client sent it, checked as a broker checks it.
struct ProducedBatch {
  private static let lengthOffset = 8
  private static let leaderEpochOffset = 12

  let header: RecordBatchHeader
  private var writer: ByteWriter

  /// All batches of a partition's data; throws where one is damaged or of a format before Kafka 0.11.
  static func all(in bytes: [UInt8]) throws -> [ProducedBatch] {
    var rest = bytes[...]
    return try StoredBatch.all(in: bytes).map { stored in
      guard case .batch(let batch) = stored, batch.isIntact, batch.header.lastOffsetDelta >= 0 else {
        throw WireError(.invalidLength(rest.count), at: rest.startIndex)
      }
      let size = RecordBatchHeader.size + batch.records.count
      defer { rest = rest.dropFirst(size) }
      return ProducedBatch(batch.header, rest.prefix(size))
    }
  }

  private init(_ header: RecordBatchHeader, _ bytes: ArraySlice<UInt8>) {
    self.header = header
    writer = ByteWriter()
    writer.append(bytes)
  }

  /// The checksum covers neither of the two, so that a broker need not count it again.
  func bytes(at offset: Int64, leaderEpoch: Int32) -> [UInt8] {
    var patched = writer
    patched.patch(offset, at: 0)
    patched.patch(leaderEpoch, at: Self.leaderEpochOffset)
    return patched.bytes
  }
}

extension SimulatedLog {
  mutating func append(_ batch: ProducedBatch, leaderEpoch: Int32) {
    let first = end
    append(
      Int64(batch.header.lastOffsetDelta) + 1, first: batch.header.baseTimestamp,
      last: batch.header.maxTimestamp)
    batches.append(
      KeptBatches.Batch(
        firstOffset: first, lastOffset: end - 1, bytes: batch.bytes(at: first, leaderEpoch: leaderEpoch)))
    if let overflow = batches.overflow { cut(to: overflow) }
  }
}
