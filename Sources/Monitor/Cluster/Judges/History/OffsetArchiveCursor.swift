/// Reads an archive's values one after the other and never behind the end.
struct OffsetArchiveCursor {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() throws(OffsetArchiveError) -> UInt8 {
    guard let byte = rest.popFirst() else { throw .damaged }
    return byte
  }

  mutating func bytes(_ count: Int) throws(OffsetArchiveError) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .damaged }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func bigEndian() throws(OffsetArchiveError) -> UInt64 {
    try bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func varint() throws(OffsetArchiveError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      // The tenth byte has room for one bit.
      guard shift < 63 || byte <= 1 else { throw .damaged }
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return value }
    }
    throw .damaged
  }

  /// A number of things that follow; each takes a byte at least.
  mutating func count() throws(OffsetArchiveError) -> Int {
    let count = Int(clamping: try varint())
    guard count <= rest.count else { throw .damaged }
    return count
  }
}
