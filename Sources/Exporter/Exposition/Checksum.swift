import CZlib
import Model

/// CRC-32 of some bytes, which can be joined with that of the bytes after them.
@safe struct Checksum: Sendable {
  private(set) var value: UInt = 0
  private(set) var count = 0

  /// The corresponding C function is `crc32_z`.
  mutating func append(_ block: ByteBlock) {
    unsafe value = crc32_z(value, block.bytes.baseAddress, block.count)
    count += block.count
  }

  /// The corresponding C function is `crc32_combine`.
  mutating func append(_ other: Checksum) {
    value = crc32_combine(value, other.value, other.count)
    count += other.count
  }
}
