import Model

/// gzip of a page, its pieces compressed side by side.
///
/// The result is one member: curl, httpx and Chromium stop after the first of several.
enum Gzip {
  /// Small enough to share the work among cores, large enough to lose little by starting each without a dictionary.
  private static let pieceSize = 512 * 1024
  /// RFC 1952: magic, deflate, no flags, no time, fastest, Unix.
  private static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 3]
  /// RFC 1951: the last block, which is empty; every piece before it ended on a byte boundary.
  private static let lastBlock: [UInt8] = [3, 0]

  /// Nil when there was no memory for it.
  @concurrent static func compress(_ blocks: [ByteBlock]) async -> ByteBlock? {
    let pieces = pieces(of: blocks)
    let deflated = await withTaskGroup(of: (Int, DeflatedPiece?).self) { group in
      for (position, piece) in pieces.enumerated() {
        group.addTask { (position, DeflatedPiece.compress(piece)) }
      }
      var deflated = [DeflatedPiece?](repeating: nil, count: pieces.count)
      for await (position, piece) in group { deflated[position] = piece }
      return deflated.compactMap { $0 }
    }
    return deflated.count == pieces.count ? member(of: deflated) : nil
  }

  private static func pieces(of blocks: [ByteBlock]) -> [[ByteBlock]] {
    var pieces: [[ByteBlock]] = []
    var size = pieceSize
    for block in blocks {
      if size >= pieceSize {
        pieces.append([])
        size = 0
      }
      pieces[pieces.count - 1].append(block)
      size += block.count
    }
    return pieces
  }

  private static func member(of pieces: [DeflatedPiece]) -> ByteBlock {
    var bytes = header
    bytes.reserveCapacity(pieces.reduce(header.count + 16) { $0 + $1.bytes.count })
    var checksum = Checksum()
    for piece in pieces {
      bytes += piece.bytes
      checksum.append(piece.checksum)
    }
    bytes += lastBlock
    for number in [UInt32(truncatingIfNeeded: checksum.value), UInt32(truncatingIfNeeded: checksum.count)] {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return ByteBlock(bytes)
  }
}
