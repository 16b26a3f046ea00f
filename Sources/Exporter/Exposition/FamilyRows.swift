import Model

/// The rows that one reader wrote, kept until its section says something else.
struct FamilyRows: Sendable {
  let version: UInt64
  /// The last time, on the boot clock, at which the rows hold.
  let validUntil: Duration
  let blocks: [ByteBlock]
  let byteCount: Int
  let rowCount: Int
  let dropped: DroppedRows

  init(reader: MetricReader, state: MetricReader.SectionState, writer: consuming RowWriter, world: World) {
    reader.write(world, &writer)
    version = state.version
    validUntil = min(state.freshUntil, writer.holdUntil ?? state.freshUntil)
    byteCount = writer.buffer.byteCount
    blocks = writer.buffer.takeBlocks()
    rowCount = writer.rowCount
    dropped = writer.dropped
  }
}
