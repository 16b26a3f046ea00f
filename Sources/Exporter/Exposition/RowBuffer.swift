import Glibc
import Model

/// Bytes appended one after the other, in blocks that never move.
///
/// A page of ten megabytes that grew in one piece would be copied again and again; blocks of half a megabyte are not,
/// and they are the pieces that gzip compresses side by side.
@safe package struct RowBuffer: ~Copyable {
  static let blockSize = 512 * 1024
  private static let smallestBlock = 256

  private var block: UnsafeMutableRawBufferPointer
  private var used = 0
  private var finished: [ByteBlock] = []
  private var finishedBytes = 0
  private let expectedBytes: Int

  /// Gets ready for about so many bytes; more only costs more blocks.
  init(expecting byteCount: Int) {
    expectedBytes = byteCount
    unsafe block = Self.allocate(byteCount)
  }

  deinit {
    unsafe block.deallocate()
  }

  var byteCount: Int {
    finishedBytes + used
  }

  mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe append($0) }
  }

  mutating func append(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe append($0) }
  }

  mutating func append(_ text: StaticString) {
    unsafe append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ byte: UInt8) {
    if unsafe used == block.count { finishBlock() }
    unsafe block[used] = byte
    used += 1
  }

  /// Copies a small block and passes on a large one as it is.
  mutating func append(_ other: ByteBlock) {
    guard other.count > Self.blockSize / 8 else {
      unsafe append(other.bytes)
      return
    }
    copyOut()
    finished.append(other)
    finishedBytes += other.count
  }

  /// A label's value or a help text, with the escapes that both formats share.
  ///
  /// A quote is escaped in a label's value in both formats, in a help text in OpenMetrics only.
  mutating func append(escaping text: String, quotes: Bool) {
    let bytes = text.utf8.span
    unsafe bytes.withUnsafeBytes { unsafe append(escaping: $0, quotes: quotes) }
  }

  /// What was appended; the buffer is empty afterwards.
  mutating func takeBlocks() -> [ByteBlock] {
    if used > 0 {
      adoptBlock()
      unsafe block = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }
    defer { (finished, finishedBytes) = ([], 0) }
    return finished
  }

  @inline(__always)
  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    if unsafe bytes.count <= block.count - used, let target = unsafe block.baseAddress {
      unsafe memcpy(target + used, source, bytes.count)
      used += bytes.count
    } else {
      unsafe appendAcrossBlocks(bytes)
    }
  }

  private mutating func appendAcrossBlocks(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    while start < bytes.count {
      if unsafe used == block.count { finishBlock() }
      let room = unsafe min(block.count - used, bytes.count - start)
      unsafe UnsafeMutableRawBufferPointer(rebasing: block[used..<used + room])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + room]))
      used += room
      start += room
    }
  }

  private mutating func append(escaping bytes: UnsafeRawBufferPointer, quotes: Bool) {
    var start = 0
    for position in bytes.indices {
      let escape: UInt8
      switch unsafe bytes[position] {
      case UInt8(ascii: "\\"): escape = UInt8(ascii: "\\")
      case UInt8(ascii: "\n"): escape = UInt8(ascii: "n")
      case UInt8(ascii: "\"") where quotes: escape = UInt8(ascii: "\"")
      default: continue
      }
      unsafe append(UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
      append(UInt8(ascii: "\\"))
      append(escape)
      start = position + 1
    }
    unsafe append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  private mutating func finishBlock() {
    if used > 0 { adoptBlock() } else { unsafe block.deallocate() }
    let missing = expectedBytes - finishedBytes
    unsafe block = Self.allocate(missing > 0 ? missing : finishedBytes)
  }

  /// Puts an end to the block without giving its free space away.
  private mutating func copyOut() {
    guard used > 0 else { return }
    unsafe finished.append(ByteBlock(block[..<used]))
    finishedBytes += used
    used = 0
  }

  private mutating func adoptBlock() {
    unsafe finished.append(ByteBlock(adopting: UnsafeRawBufferPointer(rebasing: block[..<used])))
    finishedBytes += used
    used = 0
  }

  private static func allocate(_ byteCount: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(max(byteCount, smallestBlock), blockSize), alignment: 1)
  }
}
