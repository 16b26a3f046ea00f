package import Model

/// The offset histories of one cluster in the state directory.
package struct OffsetArchiveFile: Sendable {
  /// Far above what 100,000 partitions need; a larger file is none of ours.
  static let sizeLimit = 256 << 20
  /// After a crash this many readings are missing from the histories, which then only are a little coarser.
  package static let cyclesBetweenSaves = 30

  private let directory: StateDirectory
  let name: String
  private var cyclesSinceSave = 0

  package init(of clusterID: String, in directory: StateDirectory) {
    self.directory = directory
    name = "offsets-\(Self.fileName(clusterID))"
  }

  package func load(now: Timestamp) async -> OffsetArchive? {
    await directory.load(name, limit: Self.sizeLimit) { bytes in try OffsetArchive(decoding: bytes, now: now)
    }
  }

  /// Call it once for each cycle: whether it is time to save.
  package mutating func isDue() -> Bool {
    cyclesSinceSave += 1
    guard cyclesSinceSave >= Self.cyclesBetweenSaves else { return false }
    cyclesSinceSave = 0
    return true
  }

  package func save(_ encoded: [UInt8]) async {
    await directory.save(name) { encoded }
  }

  /// Ids are letters, digits, '-' and '_' as a rule; whatever else one has must neither leave the directory nor meet another's.
  private static func fileName(_ id: String) -> String {
    var name = ""
    for byte in id.utf8.prefix(64) {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"):
        name.unicodeScalars.append(UnicodeScalar(byte))
      default: name += "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }
    }
    return name
  }
}
