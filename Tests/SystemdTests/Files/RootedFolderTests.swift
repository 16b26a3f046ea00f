import Glibc
import TestSupport
import Testing

@testable import Systemd

@Suite struct RootedFolderTests {
  /// A folder that is a root, beside a secret that is none of its business.
  private let directory: TemporaryDirectory
  private let root: RootedFolder

  init() async throws {
    directory = try TemporaryDirectory()
    let script = """
      mkdir -p root/etc root/data && echo secret > secret && echo inside > root/etc/settings
      cd root && ln -s /etc/settings absolute && ln -s ../secret up && ln -s ../../../../secret higher
      ln -s /proc/self/root/etc magic && mkfifo pipe && ln -s loop loop && ln -s etc/../../secret winding
      """
    _ = try await Command("sh", "-c", "cd '\(directory.path)' && \(script)")
    root = try RootedFolder(directory.file("root"))
  }

  @Test(arguments: ["/etc/settings", "etc/settings", "absolute", "/../../etc/settings"])
  func `paths and links stay inside`(path: String) throws {
    #expect(try root.read(path, limit: 100) == Array("inside\n".utf8))
  }

  @Test(arguments: ["up", "higher", "winding", "/../secret", "missing", "loop", "etc", "a\0b"])
  func `nothing outside is ever read`(path: String) {
    #expect(throws: SmallFile.Failure.self) { try root.read(path, limit: 100) }
  }

  @Test func `a pipe holds nobody, and a giant is not read`() throws {
    #expect(throws: SmallFile.Failure(path: "pipe", reason: .notRegular)) {
      try root.read("pipe", limit: 100)
    }
    #expect(throws: SmallFile.Failure(path: "/etc/settings", reason: .tooLarge(limit: 3))) {
      try root.read("/etc/settings", limit: 3)
    }
  }

  @Test func `the kernel's own links out of a root are not followed`() throws {
    let host = try RootedFolder("/")
    #expect(throws: SmallFile.Failure(path: "/proc/self/root/etc/hostname", reason: .errno(ELOOP))) {
      try host.read("/proc/self/root/etc/hostname", limit: 4096)
    }
  }

  @Test func `names are counted, and the limit holds`() throws {
    #expect(try Set(root.names(in: "/", limit: 100)).isSuperset(of: ["etc", "data", "pipe"]))
    #expect(try root.names(in: "/", limit: 2).count == 2)
    #expect(throws: SmallFile.Failure.self) { try root.names(in: "up", limit: 2) }
  }
}
