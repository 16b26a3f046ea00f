/// Pieces of a body that arrived and were not taken yet; bounded.
struct BodyQueue {
  /// From this on libcurl is asked to stop reading.
  static let fullAt = 256 * 1024
  /// Below this it is asked to go on: not at every piece, for each resumption costs a turn of the loop.
  static let resumesBelow = 128 * 1024
  /// Pieces are joined up to this size, so that a body of single bytes costs bytes and not arrays.
  static let chunkSize = 16 * 1024

  private var chunks: [[UInt8]] = []
  /// How many of the first chunks have been taken.
  private var taken = 0
  private(set) var byteCount = 0

  var isFull: Bool { byteCount >= Self.fullAt }

  var hasRoomAgain: Bool { byteCount < Self.resumesBelow }

  mutating func append(_ chunk: [UInt8]) {
    byteCount += chunk.count
    if taken < chunks.count, chunks[chunks.count - 1].count + chunk.count <= Self.chunkSize {
      chunks[chunks.count - 1].append(contentsOf: chunk)
    } else if !chunk.isEmpty {
      chunks.append(chunk)
    }
  }

  mutating func popFirst() -> [UInt8]? {
    guard taken < chunks.count else { return nil }
    let chunk = chunks[taken]
    chunks[taken] = []
    taken += 1
    byteCount -= chunk.count
    if taken == chunks.count || taken > 64 {
      chunks.removeFirst(taken)
      taken = 0
    }
    return chunk
  }
}
