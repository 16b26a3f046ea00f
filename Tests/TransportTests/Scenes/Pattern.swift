import FoundationEssentials

/// Bytes in which nothing can be lost or moved unseen: the period is a prime, so no buffer's size divides it.
enum Pattern {
  private static let block = (0..<65_537).map { UInt8(truncatingIfNeeded: ($0 * $0) >> 3) }

  static func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + block.count)
    while bytes.count < count { bytes += block }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  static func matches(_ bytes: some Collection<UInt8>) -> Bool {
    Data(bytes) == Data(Self.bytes(bytes.count))
  }
}
