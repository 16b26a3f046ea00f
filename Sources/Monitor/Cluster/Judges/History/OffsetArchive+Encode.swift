import Model

// Layout, version 1, every integer an LEB128 varint unless said otherwise:
//   "BWOH" · version (1 byte) · savedAt in ns (8 bytes, big-endian) · topics
//   per topic: kind (1 byte) · id (16 bytes) or name (length, UTF-8) · partitions
//   per partition: points · per point: time since the point before, for the first its age before the last; end, less the one before
//   FNV-1a 64 of everything before (8 bytes, big-endian)
extension OffsetArchive {
  static let magic: [UInt8] = Array("BWOH".utf8)
  static let version: UInt8 = 1

  package func encoded() -> [UInt8] {
    Self.encode(topics, savedAt: savedAt)
  }

  /// Point by point, because those of 100,000 partitions would be 50 MB.
  static func encode(
    _ topics: some Collection<(key: Key, value: some Collection<some Collection<Point>>)>,
    savedAt: Timestamp
  ) -> [UInt8] {
    var bytes = Self.magic + [Self.version]
    bytes.append(bigEndian: UInt64(bitPattern: savedAt.nanoseconds))
    bytes.append(varint: UInt64(topics.count))
    for (key, partitions) in topics {
      append(key, to: &bytes)
      bytes.append(varint: UInt64(partitions.count))
      for points in partitions { append(points, to: &bytes) }
    }
    bytes.append(bigEndian: Self.checksum(bytes[...]))
    return bytes
  }

  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func append(_ key: Key, to bytes: inout [UInt8]) {
    switch key {
    case .id(let id):
      bytes.append(0)
      bytes.append(bigEndian: id.high)
      bytes.append(bigEndian: id.low)
    case .name(let name):
      bytes.append(1)
      bytes.append(varint: UInt64(name.utf8.count))
      bytes.append(contentsOf: name.utf8)
    }
  }

  private static func append(_ points: some Collection<Point>, to bytes: inout [UInt8]) {
    bytes.append(varint: UInt64(points.count))
    var (age, end): (Int64?, Int64) = (nil, 0)
    for point in points {
      bytes.append(varint: UInt64(clamping: age.map { $0 - point.age } ?? point.age))
      bytes.append(varint: UInt64(clamping: point.end - end))
      (age, end) = (point.age, point.end)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian value: UInt64) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  fileprivate mutating func append(varint value: UInt64) {
    var rest = value
    while rest > 127 {
      append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
