/// One piece of a partition's log as Fetch returns it.
package enum StoredBatch: Sendable, Equatable {
  case batch(RecordBatch)
  /// The format before Kafka 0.11, which brokers may still have on disk. Magic 0 has no time.
  case legacy(offset: Int64, magic: Int8, timestamp: Int64?)

  package var lastOffset: Int64 {
    switch self {
    case .batch(let batch): batch.header.lastOffset
    case .legacy(let offset, _, _): offset
    }
  }

  /// Everything that is whole. The end of what a broker returns may lie within a batch; that part is left out.
  package static func all(in bytes: [UInt8]) throws(WireError) -> [StoredBatch] {
    var cursor = ByteCursor(bytes)
    var found: [StoredBatch] = []
    while let next = try next(&cursor) { found.append(next) }
    return found
  }

  private static func next(_ cursor: inout ByteCursor) throws(WireError) -> StoredBatch? {
    guard cursor.remaining >= RecordBatchHeader.sizeBeforeLengthCounts else { return nil }
    let baseOffset: Int64 = try cursor.integer()
    let lengthAt = cursor.position
    let length = Int(try cursor.integer(Int32.self))
    // The shortest of all formats: checksum, magic, attributes, key and value of magic 0.
    guard length >= 14 else { throw WireError(.invalidLength(length), at: lengthAt) }
    guard length <= cursor.remaining else { return nil }
    let outerEnd = try cursor.narrow(to: length)
    let stored = try read(baseOffset: baseOffset, &cursor)
    try cursor.widen(to: outerEnd)
    return stored
  }

  /// The magic byte lies at the same place in every format.
  private static func read(baseOffset: Int64, _ cursor: inout ByteCursor) throws(WireError) -> StoredBatch {
    var ahead = cursor
    try ahead.skip(4)
    let magic: Int8 = try ahead.integer()
    guard magic < 2 else { return .batch(try batch(baseOffset: baseOffset, &cursor)) }
    cursor = ahead
    try cursor.skip(1)
    let timestamp: Int64? = magic == 1 ? try cursor.integer() : nil
    try cursor.skip(cursor.remaining)
    return .legacy(offset: baseOffset, magic: magic, timestamp: timestamp)
  }

  private static func batch(baseOffset: Int64, _ cursor: inout ByteCursor) throws(WireError) -> RecordBatch {
    let beforeChecksummed =
      RecordBatchHeader.offsetOfChecksummedBytes - RecordBatchHeader.sizeBeforeLengthCounts
    var checksummed = cursor
    try checksummed.skip(min(beforeChecksummed, checksummed.remaining))
    let sum = CRC32C.checksum(try checksummed.bytes(count: checksummed.remaining))
    let header = try RecordBatchHeader(baseOffset: baseOffset, reading: &cursor)
    let records = try cursor.bytes(count: cursor.remaining)
    return RecordBatch(header: header, records: records, isIntact: sum == header.crc)
  }
}
