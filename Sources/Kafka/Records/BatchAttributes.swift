/// What the attribute bits of a record batch say.
package struct BatchAttributes: Sendable, Equatable {
  package enum Compression: Int16, Sendable {
    case none = 0
    case gzip = 1
    case snappy = 2
    case lz4 = 3
    case zstd = 4
  }

  package let rawValue: Int16

  package init(rawValue: Int16) {
    self.rawValue = rawValue
  }

  /// `nil` for a kind that is newer than this table.
  package var compression: Compression? { Compression(rawValue: rawValue & 7) }
  /// The broker stamped every record with the time at which it appended the batch.
  package var hasLogAppendTime: Bool { rawValue & 1 << 3 != 0 }
  package var isTransactional: Bool { rawValue & 1 << 4 != 0 }
  package var isControl: Bool { rawValue & 1 << 5 != 0 }
  /// The base timestamp is when tombstones may go, and no record's time.
  package var hasDeleteHorizon: Bool { rawValue & 1 << 6 != 0 }
}
