import Model
import Testing

@testable import Monitor

@Suite struct OffsetArchiveTests {
  private let now = Timestamp(seconds: 1_700_000_000)

  private var archive: OffsetArchive {
    get throws {
      let id = try #require(TopicID(high: 7, low: .max))
      return OffsetArchive(
        savedAt: now,
        topics: [
          .id(id): [
            [.init(age: 604_800 * 10, end: 0), .init(age: 300, end: 5), .init(age: 0, end: .max)], [],
          ],
          .name("früher"): [[.init(age: 1, end: 1 << 40)]],
        ])
    }
  }

  @Test func `what is written is read back`() throws {
    #expect(try OffsetArchive(decoding: archive.encoded(), now: now) == archive)
    let empty = OffsetArchive(savedAt: now)
    #expect(try OffsetArchive(decoding: empty.encoded(), now: now) == empty)
  }

  @Test func `every cut and every changed bit is an error and nothing worse`() throws {
    let bytes = try archive.encoded()
    for length in bytes.indices {
      #expect(throws: OffsetArchiveError.self) {
        try OffsetArchive(decoding: Array(bytes.prefix(length)), now: now)
      }
    }
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        #expect(throws: OffsetArchiveError.self) { try OffsetArchive(decoding: changed, now: now) }
      }
    }
  }

  @Test func `random bytes under a right checksum are refused or read, never a crash`() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5000 {
      var bytes = OffsetArchive.magic + [OffsetArchive.version, 0, 0, 0, 0, 0, 0, 0, 0]
      bytes += (0..<Int.random(in: 0...60, using: &random)).map { _ in
        [0, 1, 2, 255, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
      }
      let sum = OffsetArchive.checksum(bytes[...])
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(56 - 8 * $0)) }
      do throws(OffsetArchiveError) {
        _ = try OffsetArchive(decoding: bytes, now: now)
      } catch {
        #expect(error == .damaged)
      }
    }
  }

  @Test func `another format, a newer version and a future time say so`() throws {
    var bytes = try archive.encoded()
    #expect(throws: OffsetArchiveError.fromTheFuture) {
      try OffsetArchive(decoding: bytes, now: Timestamp(seconds: 1_699_999_000))
    }
    bytes[4] = 2
    #expect(throws: OffsetArchiveError.unknownVersion(2)) { try OffsetArchive(decoding: bytes, now: now) }
    bytes[0] = 0
    #expect(throws: OffsetArchiveError.notAnArchive) { try OffsetArchive(decoding: bytes, now: now) }
    #expect("\(OffsetArchiveError.unknownVersion(2))".contains("version 2"))
  }
}
