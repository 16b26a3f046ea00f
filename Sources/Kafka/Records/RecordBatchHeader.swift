/// The first 61 bytes of a record batch (magic 2). They are never compressed.
package struct RecordBatchHeader: Sendable, Equatable {
  package static let size = 61
  /// Base offset and length, which the length itself does not count.
  static let sizeBeforeLengthCounts = 12
  static let crcOffset = 17
  static let offsetOfChecksummedBytes = 21

  package var baseOffset: Int64 = 0
  package var partitionLeaderEpoch: Int32 = -1
  package var crc: UInt32 = 0
  package var attributes = BatchAttributes(rawValue: 0)
  package var lastOffsetDelta: Int32 = 0
  package var baseTimestamp: Int64 = 0
  package var maxTimestamp: Int64 = 0
  package var producerID: Int64 = -1
  package var producerEpoch: Int16 = -1
  package var baseSequence: Int32 = -1
  package var recordsCount: Int32 = 0

  package init() {}

  package var lastOffset: Int64 { baseOffset &+ Int64(lastOffsetDelta) }

  /// Reads everything behind the length and the magic byte, which the caller has looked at.
  init(baseOffset: Int64, reading cursor: inout ByteCursor) throws(WireError) {
    self.baseOffset = baseOffset
    partitionLeaderEpoch = try cursor.integer()
    try cursor.skip(1)
    crc = try cursor.integer()
    attributes = BatchAttributes(rawValue: try cursor.integer())
    lastOffsetDelta = try cursor.integer()
    baseTimestamp = try cursor.integer()
    maxTimestamp = try cursor.integer()
    producerID = try cursor.integer()
    producerEpoch = try cursor.integer()
    baseSequence = try cursor.integer()
    recordsCount = try cursor.integer()
  }

  func write(to writer: inout ByteWriter) {
    writer.integer(baseOffset)
    writer.integer(0 as Int32)
    writer.integer(partitionLeaderEpoch)
    writer.integer(2 as Int8)
    writer.integer(crc)
    writer.integer(attributes.rawValue)
    writer.integer(lastOffsetDelta)
    writer.integer(baseTimestamp)
    writer.integer(maxTimestamp)
    writer.integer(producerID)
    writer.integer(producerEpoch)
    writer.integer(baseSequence)
    writer.integer(recordsCount)
  }
}
