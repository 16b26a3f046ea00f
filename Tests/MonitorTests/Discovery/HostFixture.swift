import TestSupport

@testable import Monitor

/// A `/proc` made of files, with processes that have a root of their own.
struct HostFixture {
  let directory: TemporaryDirectory
  var procfs: Procfs { Procfs(root: directory.path) }

  init() throws {
    directory = try TemporaryDirectory()
  }

  /// Writes files of a process's root; the paths are absolute in there.
  func put(_ files: [String: String], of pid: Int = 42) async throws {
    for (path, text) in files {
      let whole = directory.file("\(pid)/root\(path)")
      let parent = whole.split(separator: "/").dropLast().joined(separator: "/")
      _ = try await Command("mkdir", "-p", "/\(parent)")
      try Files.write(Array(text.utf8), to: whole)
    }
  }

  /// Writes a file of `/proc/PID` itself.
  func put(_ bytes: String, to name: String, of pid: Int = 42) async throws {
    _ = try await Command("mkdir", "-p", directory.file("\(pid)/root"))
    try Files.write(Array(bytes.utf8), to: directory.file("\(pid)/\(name)"))
  }
}
