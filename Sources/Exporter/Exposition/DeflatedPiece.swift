import Model

/// A part of a page, compressed so that the next part can follow.
struct DeflatedPiece: Sendable {
  let bytes: [UInt8]
  /// Of the bytes before compression.
  let checksum: Checksum

  /// Nil when there was no memory for it.
  static func compress(_ blocks: [ByteBlock]) -> DeflatedPiece? {
    var checksum = Checksum()
    for block in blocks { checksum.append(block) }
    guard var deflater = Deflater() else { return nil }
    guard let bytes = deflater.compress(blocks, byteCount: checksum.count) else { return nil }
    return DeflatedPiece(bytes: bytes, checksum: checksum)
  }
}
