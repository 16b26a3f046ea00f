import Systemd
import TestSupport
import Testing

@Suite struct DirectoryCursorTests {
  @Test func `every entry is seen once, as stat sees it`() async throws {
    let folder = try TemporaryDirectory()
    _ = try folder.write([UInt8](repeating: 1, count: 10_000), to: "00000000000000000000.log")
    _ = try folder.write([], to: ".hidden")
    _ = try await Command(
      "sh", "-c", "cd \(folder.path); mkdir sub ...; ln -s / link; ln .hidden second; truncate -s 1G hole")
    let cursor = try DirectoryCursor(folder.path)
    var seen: [String: FileFacts] = [:]
    while try cursor.next() {
      let facts = try #require(try cursor.look())
      #expect(seen.updateValue(facts, forKey: cursor.name) == nil)
      #expect(cursor.nameEnds(with: Array(".log".utf8)) == cursor.name.hasSuffix(".log"))
      #expect((cursor.kind == .directory) == facts.isDirectory)
    }
    for (name, facts) in seen {
      let told = try await Command("stat", "--format=%i %h %b %B %Y %d", folder.file(name)).output
      let numbers = told.split(whereSeparator: \.isWhitespace).compactMap { UInt64($0) }
      #expect(facts.inode == numbers[0])
      #expect(facts.links == numbers[1])
      #expect(facts.allocatedBytes == numbers[2] * numbers[3])
      #expect(facts.modified / 1_000_000_000 == Int64(numbers[4]))
      #expect(facts.device == numbers[5])
    }
    #expect(
      Set(seen.keys) == ["00000000000000000000.log", ".hidden", "sub", "...", "link", "second", "hole"])
    #expect(seen["hole"]?.allocatedBytes == 0)
    #expect(seen["link"]?.isRegular == false)
  }

  @Test func `a link is not followed below, but may be the root`() async throws {
    let folder = try TemporaryDirectory()
    _ = try await Command("sh", "-c", "cd \(folder.path); mkdir real; ln -s real link; touch real/file")
    let root = try DirectoryCursor(folder.path)
    #expect(throws: SystemError.self) { try DirectoryCursor("link", below: root) }
    #expect(try DirectoryCursor("real", below: root).next())
    #expect(try DirectoryCursor(folder.file("link")).next())
  }

  @Test func `space is what df says`() async throws {
    for path in ["/", "/dev/shm"] {
      let space = try FileSystemSpace(of: path)
      let told = try await Command("df", "--block-size=1", "--output=size,itotal", path).output
      let numbers = told.split(separator: "\n").last?.split(separator: " ").map { UInt64($0) } ?? []
      #expect(numbers == [space.totalBytes, space.inodes])
    }
  }

  @Test func `a device's number is taken apart as stat does it`() async throws {
    for path in ["/", "/dev/shm", "/proc"] {
      let (major, minor) = try FileFacts(of: path).majorMinor
      let told = try await Command("stat", "--format=%Hd %Ld", path).output
      #expect(told.split(whereSeparator: \.isWhitespace).map { UInt64($0) } == [major, minor])
    }
  }
}
