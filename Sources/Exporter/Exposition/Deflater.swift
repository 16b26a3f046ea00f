import CZlib
import Model

/// One zlib stream that writes raw deflate, freed exactly once.
///
/// Use it from one thread at a time.
@safe struct Deflater: ~Copyable {
  /// On the heap, because zlib's state points back at it.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil when there was no memory for it. The corresponding C function is `deflateInit2`.
  init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Level 1: a page of metrics gains little from more, and takes three times as long. Negative bits: no header.
    let code = unsafe deflateInit2_(
      stream, 1, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      CInt(MemoryLayout<z_stream>.size))
    guard code == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
    unsafe self.stream = stream
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The blocks compressed, ending on a byte boundary so that more deflate blocks can follow; nil if zlib refuses.
  ///
  /// The corresponding C functions are `deflateBound` and `deflate`, the last time with `Z_FULL_FLUSH`.
  mutating func compress(_ blocks: [ByteBlock], byteCount: Int) -> [UInt8]? {
    // The bound counts no flush; that is an empty stored block of at most 10 bytes.
    let bound = unsafe Int(deflateBound(stream, UInt(byteCount))) + 16
    var isComplete = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, used in
      unsafe stream.pointee.next_out = output.baseAddress
      unsafe stream.pointee.avail_out = CUnsignedInt(clamping: output.count)
      for (position, block) in blocks.enumerated() {
        let flush = position == blocks.count - 1 ? Z_FULL_FLUSH : Z_NO_FLUSH
        isComplete = isComplete && deflate(block, flush)
      }
      used = unsafe output.count - Int(stream.pointee.avail_out)
    }
    return isComplete ? bytes : nil
  }

  private func deflate(_ block: ByteBlock, _ flush: CInt) -> Bool {
    let input = unsafe block.bytes.assumingMemoryBound(to: UInt8.self)
    // zlib never writes to its input; its declaration only predates `const`.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe stream.pointee.avail_in = CUnsignedInt(clamping: block.count)
    return unsafe CZlib.deflate(stream, flush) == Z_OK && stream.pointee.avail_in == 0
  }
}
