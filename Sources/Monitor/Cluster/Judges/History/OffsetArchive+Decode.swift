package import Model

extension OffsetArchive {
  /// Clocks differ a little across restarts.
  private static let tolerance: Int64 = 60_000_000_000

  package init(decoding bytes: [UInt8], now: Timestamp) throws(OffsetArchiveError) {
    guard bytes.starts(with: Self.magic), bytes.count > Self.magic.count else { throw .notAnArchive }
    let version = bytes[Self.magic.count]
    guard version == Self.version else { throw .unknownVersion(version) }
    guard bytes.count >= Self.magic.count + 1 + 16 else { throw .damaged }
    var tail = OffsetArchiveCursor(bytes.suffix(8))
    let body = bytes.dropLast(8)
    guard try tail.bigEndian() == Self.checksum(body) else { throw .damaged }
    var cursor = OffsetArchiveCursor(body.dropFirst(Self.magic.count + 1))
    self.init(savedAt: Timestamp(nanoseconds: Int64(bitPattern: try cursor.bigEndian())))
    guard savedAt.nanoseconds.subtractingSaturated(now.nanoseconds) <= Self.tolerance else {
      throw .fromTheFuture
    }
    for _ in 0..<(try cursor.count()) {
      let key = try Self.key(&cursor)
      var partitions: [[Point]] = []
      for _ in 0..<(try cursor.count()) { partitions.append(try Self.points(&cursor)) }
      topics[key] = partitions
    }
    guard cursor.isAtEnd else { throw .damaged }
  }

  private static func key(_ cursor: inout OffsetArchiveCursor) throws(OffsetArchiveError) -> Key {
    switch try cursor.byte() {
    case 0:
      let (high, low) = (try cursor.bigEndian(), try cursor.bigEndian())
      guard let id = TopicID(high: high, low: low) else { throw .damaged }
      return .id(id)
    case 1:
      return .name(String(decoding: try cursor.bytes(try cursor.count()), as: UTF8.self))
    default: throw .damaged
    }
  }

  private static func points(_ cursor: inout OffsetArchiveCursor) throws(OffsetArchiveError) -> [Point] {
    var points: [Point] = []
    let count = try cursor.count()
    guard count <= OffsetRing.capacity else { throw .damaged }
    for _ in 0..<count {
      let step = Int64(clamping: try cursor.varint())
      let growth = Int64(clamping: try cursor.varint())
      let age = points.last.map { $0.age.subtractingSaturated(step) } ?? step
      guard age >= 0 else { throw .damaged }
      points.append(Point(age: age, end: (points.last?.end ?? 0).addingSaturated(growth)))
    }
    return points
  }
}
