/// A batch with its records still in the form in which they came.
package struct RecordBatch: Sendable, Equatable {
  package var header: RecordBatchHeader
  /// Compressed as one piece where the attributes say so.
  package var records: [UInt8]
  /// Whether the checksum fits the bytes.
  package let isIntact: Bool

  /// The bytes of a batch of our own: no producer id, no compression.
  package static func bytes(of records: [Record], baseTimestamp: Int64) -> [UInt8] {
    var header = RecordBatchHeader()
    header.lastOffsetDelta = Int32(truncatingIfNeeded: max(records.count - 1, 0))
    header.baseTimestamp = baseTimestamp
    header.maxTimestamp = baseTimestamp + (records.map(\.timestampDelta).max() ?? 0)
    header.recordsCount = Int32(truncatingIfNeeded: records.count)
    var writer = ByteWriter()
    header.write(to: &writer)
    for (index, record) in records.enumerated() {
      var numbered = record
      numbered.offsetDelta = Int32(truncatingIfNeeded: index)
      numbered.write(to: &writer)
    }
    let length = Int32(truncatingIfNeeded: writer.count - RecordBatchHeader.sizeBeforeLengthCounts)
    writer.patch(length, at: 8)
    let checksummed = writer.bytes[RecordBatchHeader.offsetOfChecksummedBytes...]
    writer.patch(CRC32C.checksum(checksummed), at: RecordBatchHeader.crcOffset)
    return writer.bytes
  }

  /// The records one by one; `nil` where they are compressed.
  package func uncompressedRecords() throws(WireError) -> [Record]? {
    guard header.attributes.compression == BatchAttributes.Compression.none else { return nil }
    var cursor = ByteCursor(records)
    var result: [Record] = []
    while cursor.remaining > 0 { result.append(try Record(reading: &cursor)) }
    return result
  }
}
