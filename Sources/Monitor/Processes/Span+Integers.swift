extension Span<UInt8> {
  /// An integer of this machine's byte order; nil beyond the end.
  func native<Number: FixedWidthInteger & UnsignedInteger>(_: Number.Type, at offset: Int) -> Number? {
    integer(Number.self, at: offset, isBigEndian: false).map(Number.init(littleEndian:))
  }

  /// An integer of the given byte order; nil beyond the end.
  func integer<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type, at offset: Int, isBigEndian: Bool
  ) -> Number? {
    let size = Number.bitWidth / 8
    guard offset >= 0, offset <= count, size <= count - offset else { return nil }
    var value: Number = 0
    for index in 0..<size {
      value = value << 8 | Number(truncatingIfNeeded: self[offset + (isBigEndian ? index : size - 1 - index)])
    }
    return value
  }
}
