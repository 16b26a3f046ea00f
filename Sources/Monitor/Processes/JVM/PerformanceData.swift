/// HotSpot's performance data: what `/tmp/hsperfdata_USER/PID` holds, a file that the virtual machine writes while we read it.
struct PerformanceData: Sendable, Hashable {
  enum Problem: Error, Hashable {
    /// The virtual machine has not finished writing the list yet.
    case notReady
    case malformed
  }

  private(set) var numbers: [String: UInt64] = [:]
  private(set) var texts: [String: String] = [:]

  private static let prologueSize = 32
  private static let headerSize = 20
  private static let maxEntries = 10_000

  /// Every offset in the file is checked: it may be anything.
  init(_ bytes: [UInt8]) throws(Problem) {
    let span = bytes.span
    // The magic number has the same order on every machine; the rest has the one that byte 4 names.
    guard span.integer(UInt32.self, at: 0, isBigEndian: true) == 0xCAFE_C0C0, span.count >= Self.prologueSize,
      span[4] <= 1, span[5] == 2
    else { throw .malformed }
    guard span[7] != 0 else { throw .notReady }
    let reader = Reader(isBigEndian: span[4] == 0)
    guard let used = reader.offset(span, at: 8), used <= span.count,
      var position = reader.offset(span, at: 24), position >= Self.prologueSize,
      let count = reader.offset(span, at: 28), count <= Self.maxEntries
    else { throw .malformed }
    for _ in 0..<count {
      guard let length = reader.offset(span, at: position), length >= Self.headerSize,
        length <= used - position
      else { throw .malformed }
      take(span.extracting(position..<position + length), reader)
      position += length
    }
  }

  /// One entry. One that makes no sense is left out; the others may.
  private mutating func take(_ entry: Span<UInt8>, _ reader: Reader) {
    guard let nameOffset = reader.offset(entry, at: 4), let vectorLength = reader.offset(entry, at: 8),
      let dataOffset = reader.offset(entry, at: 16), nameOffset >= Self.headerSize,
      dataOffset >= Self.headerSize,
      let name = reader.text(entry, at: nameOffset, limit: entry.count), Self.isWanted(name)
    else { return }
    switch (entry[12], vectorLength) {
    case (UInt8(ascii: "J"), 0):
      numbers[name] = entry.integer(UInt64.self, at: dataOffset, isBigEndian: reader.isBigEndian)
    case (UInt8(ascii: "B"), 1...):
      texts[name] = reader.text(entry, at: dataOffset, limit: vectorLength)
    default: break
    }
  }

  /// Command lines and system properties are nobody's business: they may hold secrets.
  private static func isWanted(_ name: String) -> Bool {
    name.hasPrefix("sun.gc.") || name.hasPrefix("java.threads.") || name.hasPrefix("java.property.java.vm.")
      || name == "java.property.java.version" || name.hasPrefix("sun.rt.safepoint")
      || name == "sun.rt.createVmBeginTime" || name == "sun.os.hrt.frequency"
  }

  private struct Reader {
    let isBigEndian: Bool

    /// An offset or a length; they are signed in the file.
    func offset(_ span: Span<UInt8>, at position: Int) -> Int? {
      span.integer(UInt32.self, at: position, isBigEndian: isBigEndian).flatMap {
        $0 <= UInt32(Int32.max) ? Int($0) : nil
      }
    }

    /// The bytes up to a zero or, at the latest, the limit.
    func text(_ span: Span<UInt8>, at start: Int, limit: Int) -> String? {
      guard start < span.count else { return nil }
      var bytes: [UInt8] = []
      for index in start..<(start + min(limit, span.count - start)) {
        if span[index] == 0 { break }
        bytes.append(span[index])
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
