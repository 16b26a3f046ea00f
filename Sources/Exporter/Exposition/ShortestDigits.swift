/// Catches what `Double.write(to:)` prints, without the `String` that `description` would allocate for long values.
struct ShortestDigits: TextOutputStream {
  /// The longest Double, -2.2250738585072014e-308, has 24 characters.
  private(set) var bytes = InlineArray<32, UInt8>(repeating: 0)
  private(set) var count = 0

  mutating func write(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// The standard library prints numbers through this requirement of `TextOutputStream`; should that ever change,
  /// they arrive through `write` and cost an allocation.
  mutating func _writeASCII(_ buffer: UnsafeBufferPointer<UInt8>) {
    for position in buffer.indices { unsafe append(buffer[position]) }
  }

  private mutating func append(_ byte: UInt8) {
    guard count < bytes.count else { return }
    bytes[count] = byte
    count += 1
  }
}
