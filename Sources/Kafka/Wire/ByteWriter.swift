/// Appends values to bytes in the order of the network.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var count: Int { bytes.count }

  package mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count + count)
  }

  package mutating func integer<Value: FixedWidthInteger>(_ value: Value) {
    var shift = Value.bitWidth
    while shift > 0 {
      shift -= 8
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  package mutating func unsignedVarint<Value: FixedWidthInteger & UnsignedInteger>(_ value: Value) {
    var rest = value
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func varint(_ value: Int32) {
    unsignedVarint(UInt32(bitPattern: value << 1 ^ value >> 31))
  }

  package mutating func varlong(_ value: Int64) {
    unsignedVarint(UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  package mutating func append(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Writes over an integer whose value was not known when its place came.
  package mutating func patch<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
    let size = Value.bitWidth / 8
    for index in 0..<size {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * (size - 1 - index)))
    }
  }
}
