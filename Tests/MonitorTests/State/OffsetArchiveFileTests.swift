import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct OffsetArchiveFileTests {
  private let now = Timestamp(seconds: 1_700_000_000)

  @Test func `histories of a cluster come back, and those of another are not taken for them`() async throws {
    let directory = try TemporaryDirectory()
    let log = LogRecorder()
    let state = StateDirectory(directory.path, log: log.logger)
    let file = OffsetArchiveFile(of: "EM9xMkU3QkVDOTUwRENGMTA", in: state)
    #expect(await file.load(now: now) == nil)
    let archive = OffsetArchive(
      savedAt: now, topics: [.name("orders"): [[OffsetArchive.Point(age: 20, end: 3)], []]])
    await file.save(archive.encoded())
    #expect(await file.load(now: now) == archive)
    #expect(await OffsetArchiveFile(of: "other", in: state).load(now: now) == nil)
    #expect(try Files.names(in: directory.path) == ["offsets-EM9xMkU3QkVDOTUwRENGMTA"])
    #expect(log.entries.isEmpty)
  }

  @Test func `histories that were cut off are set aside`() async throws {
    let directory = try TemporaryDirectory()
    _ = try directory.write(Array(OffsetArchive(savedAt: now).encoded().dropLast()), to: "offsets-a")
    let log = LogRecorder()
    let state = StateDirectory(directory.path, log: log.logger)
    #expect(await OffsetArchiveFile(of: "a", in: state).load(now: now) == nil)
    #expect(log.values("reason") == [OffsetArchiveError.damaged.description])
    #expect(try Files.names(in: directory.path) == ["offsets-a.bad"])
  }

  @Test func `they are saved every thirty cycles`() throws {
    let state = StateDirectory(try TemporaryDirectory().path, log: LogRecorder().logger)
    var file = OffsetArchiveFile(of: "a", in: state)
    let due = (1...90).filter { _ in file.isDue() }
    #expect(due == [30, 60, 90])
  }

  @Test func `no id leads out of the directory or to another's file`() throws {
    let state = StateDirectory(nil, log: LogRecorder().logger)
    let names = ["../x", "a/b", "a%2fb", "", "é", String(repeating: "/", count: 300)].map {
      OffsetArchiveFile(of: $0, in: state).name
    }
    #expect(names.allSatisfy { !$0.contains("/") && $0.utf8.count <= 200 })
    #expect(Set(names).count == names.count)
  }
}
