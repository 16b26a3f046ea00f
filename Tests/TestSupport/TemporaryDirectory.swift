import FoundationEssentials
import Glibc
import Model

/// A directory that only its owner may enter, removed with all that is in it when the process exits.
///
/// Not when this is released: the optimizer releases it after its last use, and a path in it may be used longer.
package final class TemporaryDirectory: Sendable {
  package let path: String

  package init() throws {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/brokerwatch-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw ChildProcess.SpawnError(program: "a temporary directory", code: errno)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    removals.withLock { removals in
      if removals.isEmpty { atexit(removeAll) }
      removals.append(path)
    }
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

private let removals = Locked<[String]>([])

private func removeAll() {
  for path in removals.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
}
