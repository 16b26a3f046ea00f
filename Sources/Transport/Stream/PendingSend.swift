import Model

/// Bytes that wait to be accepted, and the task that waits with them.
///
/// The block does not move meanwhile: OpenSSL wants a send that it could not finish repeated with the same
/// bytes at the same address.
struct PendingSend {
  /// The most that is offered at once, so that one send does not hold up everything else on the loop.
  static let sliceSize = 256 * 1024

  let id: UInt64
  let block: ByteBlock
  let accepted = Awaited<Void>()
  private(set) var offset = 0
  /// Some of it may be on its way already.
  private(set) var isOffered = false

  init(id: UInt64, block: ByteBlock) {
    self.id = id
    self.block = block
  }

  var isComplete: Bool { offset == block.count }

  /// What to offer next: the same until something of it is accepted.
  mutating func offer() -> (offset: Int, count: Int) {
    isOffered = true
    return (offset, min(Self.sliceSize, block.count - offset))
  }

  mutating func accept(_ count: Int) {
    offset += count
  }
}
