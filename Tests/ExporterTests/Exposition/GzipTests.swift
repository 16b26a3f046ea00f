import Model
import TestSupport
import Testing

@testable import Exporter

@Suite struct GzipTests {
  private static let pages: [[ByteBlock]] = [
    [], [block("one line\n")], Array(repeating: block("brokerwatch_up 1\n"), count: 5000),
    (0..<7).map { noise(seed: $0, count: 300_000) }, [noise(seed: 9, count: 2_000_000)],
  ]

  private static func block(_ text: String) -> ByteBlock {
    ByteBlock(Array(text.utf8))
  }

  /// Bytes that no compressor makes smaller.
  private static func noise(seed: Int, count: Int) -> ByteBlock {
    var generator = SeededGenerator(seed: UInt64(seed))
    return ByteBlock((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  private func bytes(_ blocks: [ByteBlock]) -> [UInt8] {
    var bytes: [UInt8] = []
    for block in blocks { unsafe bytes += block.bytes }
    return bytes
  }

  @Test(.enabled("python3 is not usable") { try await Python.isUsable() }, arguments: pages.indices)
  func `a reader that stops after one member has read everything`(page: Int) async throws {
    let folder = try TemporaryDirectory()
    let compressed = try #require(await Gzip.compress(Self.pages[page]))
    let path = try folder.write(bytes([compressed]), to: "page.gz")
    let plain = try folder.write([], to: "page")
    _ = try await Python.run("gunzip_one_member.py", [path, plain])
    #expect(try Files.bytes(of: plain) == bytes(Self.pages[page]))
  }

  @Test(
    .enabled(if: PeerProgram.isUsable("gzip", requiredAs: "gzip"), "gzip is not installed"),
    arguments: pages.indices
  )
  func `gzip finds the file sound, checksum and length included`(page: Int) async throws {
    let folder = try TemporaryDirectory()
    let compressed = try #require(await Gzip.compress(Self.pages[page]))
    let path = try folder.write(bytes([compressed]), to: "page.gz")
    let gzip = try ChildProcess("gzip", ["--test", path])
    #expect(try await gzip.wait() == 0)
    #expect(try await gzip.standardError.text() == "")
  }

  @Test func `a page of metrics shrinks to less than a tenth`() async throws {
    let rows = (0..<20_000).map {
      "brokerwatch_collector_success{collector=\"collector-\($0 % 40)\"} \($0 % 2)\n"
    }
    let page = Self.block(rows.joined())
    let compressed = try #require(await Gzip.compress([page]))
    #expect(compressed.count < page.count / 10)
  }
}
