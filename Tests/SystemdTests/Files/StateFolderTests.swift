import Systemd
import TestSupport
import Testing

@Suite struct StateFolderTests {
  @Test func `a file is there whole, readable for its user and group only, and nothing else is left`()
    async throws
  {
    let directory = try TemporaryDirectory()
    let folder = try StateFolder(directory.file("a/b/state"))
    #expect(try folder.read("one", limit: 10) == nil)
    try folder.replace("one", with: Array("first".utf8))
    try folder.replace("one", with: Array("second".utf8))
    #expect(try folder.read("one", limit: 10) == Array("second".utf8))
    let listing = try await Command("ls", "-lA", "--time-style=+", directory.file("a/b/state")).output
    let lines = listing.split(separator: "\n").dropFirst()
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("-rw-r----- 1 ") == true)
    #expect(try await Command("stat", "-c", "%a", directory.file("a/b/state")).output == "750\n")
  }

  @Test func `what a run left behind that was killed while it wrote does not matter`() throws {
    let directory = try TemporaryDirectory()
    _ = try directory.write(Array("half".utf8), to: ".one.new")
    let folder = try StateFolder(directory.path)
    try folder.replace("one", with: Array("whole".utf8))
    #expect(try folder.read("one", limit: 10) == Array("whole".utf8))
    #expect(try Files.names(in: directory.path) == ["one"])
  }

  @Test func `a link, a folder, a pipe and a giant are not read`() async throws {
    let directory = try TemporaryDirectory()
    let folder = try StateFolder(directory.path)
    _ = try directory.write(Array("secret".utf8), to: "target")
    _ = try await Command("ln", "-s", "target", directory.file("link"))
    _ = try await Command("mkdir", directory.file("folder"))
    _ = try await Command("mkfifo", directory.file("pipe"))
    for (name, reason) in [
      ("link", "it is a symbolic link"), ("folder", "it is no regular file"),
      ("pipe", "it is no regular file"),
      ("target", "it is larger than 5 bytes"),
    ] {
      #expect(throws: StateFileProblem.foreign(reason)) { try folder.read(name, limit: 5) }
    }
    #expect(try folder.setAside("target") == "target.bad")
    #expect(try folder.read("target", limit: 5) == nil)
    #expect(try Files.bytes(of: directory.file("target.bad")) == Array("secret".utf8))
  }

  @Test func `a link at a file's place is replaced, and what it leads to is not touched`() async throws {
    let directory = try TemporaryDirectory()
    let elsewhere = try TemporaryDirectory()
    let target = try elsewhere.write(Array("keep".utf8), to: "target")
    _ = try await Command("ln", "-s", target, directory.file("one"))
    _ = try await Command("ln", "-s", target, directory.file(".one.new"))
    let folder = try StateFolder(directory.path)
    try folder.replace("one", with: Array("new".utf8))
    #expect(try folder.read("one", limit: 10) == Array("new".utf8))
    #expect(try Files.bytes(of: target) == Array("keep".utf8))
  }

  @Test func `one directory has one user at a time`() throws {
    let directory = try TemporaryDirectory()
    var first: StateFolder? = try StateFolder(directory.path)
    let error = #expect(throws: SystemError.self) { try StateFolder(directory.path) }
    #expect(
      error?.description
        == "Cannot use the state directory \(directory.path): another program has locked it. Give each Brokerwatch a state_directory of its own."
    )
    #expect(first != nil)
    first = nil
    #expect(throws: Never.self) { try StateFolder(directory.path) }
  }

  @Test func `a directory that cannot be made is an error that names it`() throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write([], to: "file")
    let error = #expect(throws: SystemError.self) { try StateFolder("\(file)/state") }
    #expect(error?.description.hasPrefix("Cannot use the state directory \(file)/state: ") == true)
    #expect(throws: SystemError.self) { try StateFolder("/proc/nothing/state") }
    #expect(throws: SystemError.self) { try StateFolder("") }
  }
}
