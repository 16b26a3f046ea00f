import Glibc
import Model
import Systemd
import TestSupport
import Testing

@testable import Monitor

/// A file system whose server never answers, as a network's may.
@Suite(.enabled(if: HangingMount.isPossible, "only root with /dev/fuse can mount one"))
struct HangingDirectoryTests {
  @Test func `a directory that hangs is said to, holds up no other, and is no more when it answers`()
    async throws
  {
    let loop = try EventLoop(name: "test")
    let store = WorldStore(time: SystemTime())
    let mount = try await HangingMount()
    let folder = try TemporaryDirectory()
    var settings = DataDirectoriesSettings()
    settings.interval = .milliseconds(200)
    settings.paths = [mount.path, folder.path]
    let collector = DataDirectoriesCollector(
      settings, procfs: Procfs(root: "/proc"), board: HostBoard(store: store), on: loop)
    let threads = try await threadCount()
    for _ in 0..<5 { try await collector.tick() }
    let readings = store.current.dataDirectories?.value.directories ?? []
    let hanging = try #require(readings.first { $0.path == mount.path })
    #expect(hanging.problems[.files] == "hanging")
    #expect(hanging.problems[.space] == "hanging")
    #expect(hanging.totalBytes == nil)
    #expect(readings.first { $0.path == folder.path }?.contents != nil)
    // One waits in the kernel, not one for each tick.
    #expect(try await threadCount() <= threads + 1)
    try await mount.end()
    try await eventually("it answers again") {
      try await collector.tick()
      let reading = store.current.dataDirectories?.value.directories.first { $0.path == mount.path }
      return reading?.problems[.files] != "hanging"
    }
    loop.stop()
  }

  private func threadCount() async throws -> Int {
    try Files.names(in: "/proc/self/task").count
  }
}

/// Mounted by a script, which takes it away when it ends.
final class HangingMount: Sendable {
  static let isPossible =
    unsafe geteuid() == 0 && access("/dev/fuse", R_OK | W_OK) == 0 && PeerScript.isRunnable

  let path: String
  private let script: ChildProcess

  init() async throws {
    path = try TemporaryDirectory().path
    script = try ChildProcess(
      PeerScript.python, [PeerScript.path("hanging_mount.py", of: "MonitorTests"), path])
    _ = try await script.standardOutput.line(after: "mounted")
  }

  func end() async throws {
    script.closeInput()
    _ = try await script.wait()
  }
}
