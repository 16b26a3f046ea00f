/// Bytes that are written once and never move, so that C code may keep sending them while anybody holds the block.
@safe package final class ByteBlock: Sendable {
  /// An integer, because a pointer is not `Sendable`: what it points at never changes after `init`.
  private let address: UInt
  package let count: Int

  /// Takes over memory that `allocate` gave out and the caller has filled.
  package init(adopting memory: UnsafeRawBufferPointer) {
    address = UInt(bitPattern: memory.baseAddress)
    count = memory.count
  }

  package convenience init(_ bytes: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    unsafe copy.copyBytes(from: bytes)
    unsafe self.init(adopting: UnsafeRawBufferPointer(copy))
  }

  deinit {
    unsafe bytes.deallocate()
  }

  /// The address holds as long as somebody holds the block.
  package var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
  }
}
