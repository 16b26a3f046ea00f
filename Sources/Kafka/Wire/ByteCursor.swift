/// Reads values off the front of some bytes; never past their end.
package struct ByteCursor: Sendable {
  private let bytes: [UInt8]
  /// The offset of the next byte, counted from the start of the whole array.
  package private(set) var position: Int
  private var end: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
    end = bytes.count
  }

  package var remaining: Int { end - position }

  /// Steps over `count` bytes and says where they began.
  private mutating func take(_ count: Int) throws(WireError) -> Int {
    guard count <= remaining else {
      throw WireError(.truncated(needed: count, left: remaining), at: position)
    }
    let start = position
    position += count
    return start
  }

  package mutating func integer<Value: FixedWidthInteger>(_: Value.Type = Value.self) throws(WireError)
    -> Value
  {
    let size = Value.bitWidth / 8
    let start = try take(size)
    let digits = bytes.span.extracting(start..<start + size)
    var value: Value = 0
    for index in 0..<size { value = value << 8 | Value(truncatingIfNeeded: digits[index]) }
    return value
  }

  /// Seven bits a byte, the lowest first; the high bit says that another byte follows.
  package mutating func unsignedVarint<Value: FixedWidthInteger & UnsignedInteger>(
    _: Value.Type = Value.self
  ) throws(WireError) -> Value {
    let start = position
    var value: Value = 0
    var shift = 0
    while true {
      let byte: UInt8 = try integer()
      let digit = Value(byte & 0x7f)
      guard shift < Value.bitWidth, (digit << shift) >> shift == digit else {
        throw WireError(.varintTooLong, at: start)
      }
      value |= digit << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
  }

  /// A signed varint as record bodies have them: the sign is the lowest bit.
  package mutating func varint() throws(WireError) -> Int32 {
    let raw: UInt32 = try unsignedVarint()
    return Int32(bitPattern: raw >> 1) ^ -Int32(bitPattern: raw & 1)
  }

  package mutating func varlong() throws(WireError) -> Int64 {
    let raw: UInt64 = try unsignedVarint()
    return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
  }

  /// Text of `count` bytes. What is not UTF-8 becomes "?": one client's odd name must not cost the whole reply.
  package mutating func string(count: Int) throws(WireError) -> String {
    let start = try take(count)
    do {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(start..<start + count)))
    } catch {
      let repaired = String(decoding: bytes[start..<start + count], as: UTF8.self)
      return String(repaired.map { $0 == "\u{fffd}" ? "?" : $0 })
    }
  }

  package mutating func bytes(count: Int) throws(WireError) -> [UInt8] {
    let start = try take(count)
    return [UInt8](bytes[start..<start + count])
  }

  package mutating func skip(_ count: Int) throws(WireError) {
    _ = try take(count)
  }

  /// Hides all but the next `count` bytes; `widen` undoes it with the value returned here.
  package mutating func narrow(to count: Int) throws(WireError) -> Int {
    guard count <= remaining else {
      throw WireError(.truncated(needed: count, left: remaining), at: position)
    }
    let outerEnd = end
    end = position + count
    return outerEnd
  }

  /// The bytes shown by `narrow` must have been read to the last one.
  package mutating func widen(to outerEnd: Int) throws(WireError) {
    try finish()
    end = outerEnd
  }

  /// Nothing may be left.
  package func finish() throws(WireError) {
    guard remaining == 0 else { throw WireError(.trailingBytes(remaining), at: position) }
  }
}
