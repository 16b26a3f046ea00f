import FoundationEssentials
import Glibc

/// A directory that only its owner may enter, removed with all that is in it when this is released.
package final class TemporaryDirectory: Sendable {
  package let path: String

  package init() throws {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/brokerwatch-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw ChildProcess.SpawnError(program: "a temporary directory", code: errno)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  package func file(_ name: String) -> String {
    "\(path)/\(name)"
  }

  /// Writes a file, and answers its path.
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Files.write(bytes, to: file(name))
    return file(name)
  }
}
