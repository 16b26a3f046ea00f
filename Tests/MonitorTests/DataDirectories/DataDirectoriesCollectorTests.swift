import Model
import Systemd
import TestSupport
import Testing

@testable import Monitor

@Suite final class DataDirectoriesCollectorTests {
  private let loop: EventLoop
  private let store: WorldStore

  init() throws {
    loop = try EventLoop(name: "test")
    store = WorldStore(time: SystemTime())
  }

  deinit {
    loop.stop()
  }

  private func collector(_ paths: [String], procfs: String = "/proc") -> DataDirectoriesCollector {
    var settings = DataDirectoriesSettings()
    settings.interval = .seconds(1)
    settings.paths = paths
    return DataDirectoriesCollector(
      settings, procfs: Procfs(root: procfs), board: HostBoard(store: store), on: loop)
  }

  private func readings() -> [DataDirectoryReading] {
    store.current.dataDirectories?.value.directories ?? []
  }

  @Test func `a host without brokers has nothing to watch`() async throws {
    let collector = collector([])
    await #expect(throws: NothingToWatch.self) { try await collector.tick() }
  }

  @Test func `each directory is read, and what is wrong with one is said of that one`() async throws {
    let folder = try TemporaryDirectory()
    _ = try folder.write([1], to: "0.log")
    let collector = collector([folder.path, folder.file("nothing"), folder.file("0.log"), "/proc"])
    try await collector.tick()
    let readings = Dictionary(readings().map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(readings[folder.path]?.contents?.segments == 1)
    #expect(readings[folder.path]?.problems[.files] == nil)
    #expect(readings[folder.path]?.totalBytes == (try FileSystemSpace(of: folder.path).totalBytes))
    let gone = try #require(readings[folder.file("nothing")])
    #expect(gone.problems == [.space: "gone", .disk: "unreadable", .files: "gone"])
    #expect(gone.contents == nil)
    #expect(readings[folder.file("0.log")]?.problems[.files] == "not_a_directory")
    #expect(readings["/proc"]?.problems[.disk] == "no_single_device")
  }

  @Test func `directories of discovered brokers come and go`() async throws {
    let folder = try TemporaryDirectory()
    let found = Locked<Set<String>>([folder.path])
    var settings = DataDirectoriesSettings()
    settings.discovered = { found.withLock { $0 } }
    let collector = DataDirectoriesCollector(
      settings, procfs: Procfs(root: "/proc"), board: HostBoard(store: store), on: loop)
    try await collector.tick()
    #expect(readings().map(\.path) == [folder.path])
    found.withLock { $0 = ["/", folder.path] }
    try await collector.tick()
    #expect(readings().map(\.path) == ["/", folder.path])
    found.withLock { $0 = ["/"] }
    try await collector.tick()
    #expect(readings().map(\.path) == ["/"])
  }

  @Test func `too many directories are counted`() async throws {
    let folder = try TemporaryDirectory()
    let collector = collector((0..<70).map { folder.file("\($0)") })
    try await collector.tick()
    #expect(readings().count == DataDirectoriesSettings.limit)
    #expect(store.current.dataDirectories?.value.omitted == 70 - DataDirectoriesSettings.limit)
  }
}
