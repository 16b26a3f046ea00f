import Glibc
import TestSupport
import Testing

@testable import Settings

@Suite struct SettingsFileTests {
  @Test func `a file is read whole, with who may read it`() throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write(Array("a: 1\n".utf8), to: "closed")
    unsafe chmod(file, 0o600)
    #expect(
      try SettingsFile.read(file, limit: 5)
        == SettingsFileContent(bytes: Array("a: 1\n".utf8), isWorldReadable: false))
    let open = try folder.write([], to: "open")
    unsafe chmod(open, 0o644)
    #expect(
      try SettingsFile.read(open, limit: 5) == SettingsFileContent(bytes: [], isWorldReadable: true))
  }

  @Test func `a file larger than the limit is refused`() throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write([UInt8](repeating: 65, count: 40_000), to: "large")
    #expect(throws: SettingsFileProblem("has more than the 39999 bytes that are read at most")) {
      try SettingsFile.read(file, limit: 39_999)
    }
    #expect(throws: Never.self) { try SettingsFile.read(file, limit: 40_000) }
  }

  @Test(
    arguments: [
      ("/no/such/file", "does not exist"), ("/", "is a directory"), ("", "has no possible file name"),
      ("/tmp/a\0b", "has no possible file name"), ("/etc/hostname/x", "cannot be read: Not a directory"),
    ])
  func `a file that cannot be read is refused with the reason`(path: String, reason: String) {
    #expect(throws: SettingsFileProblem(reason)) { try SettingsFile.read(path, limit: 10) }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file without permission is refused with what to change`() throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write([65], to: "shut")
    unsafe chmod(file, 0)
    let problem = #expect(throws: SettingsFileProblem.self) { try SettingsFile.read(file, limit: 10) }
    #expect(problem?.reason.hasPrefix("may not be read by the user with id \(geteuid())") == true)
  }

  @Test func `settings are loaded from a file with its secrets beside it`() throws {
    let folder = try TemporaryDirectory()
    _ = try folder.write(Array("s3cret\n".utf8), to: "token")
    let file = try folder.write(Array("web: {reload_token_file: token}\n".utf8), to: "settings.yaml")
    let loaded = try SampleSettings.load(file: file)
    #expect(loaded.value.web.reloadToken == Secret("s3cret", file: "token"))
  }

  @Test func `a missing settings file is an error that names it`() {
    let error = #expect(throws: SettingsError.self) { try SampleSettings.load(file: "/no/such.yaml") }
    #expect(error?.description == "the settings file '/no/such.yaml' does not exist")
  }
}
