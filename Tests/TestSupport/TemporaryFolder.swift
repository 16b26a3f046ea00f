import Glibc

/// A folder for a test's files; removed with them when it is released.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    var template = Array("/tmp/brokerwatch-test-XXXXXX".utf8CString)
    guard let made = unsafe mkdtemp(&template) else { throw FileError(path: "/tmp", code: errno) }
    path = unsafe String(cString: made)
  }

  deinit {
    for name in (try? Files.names(in: path)) ?? [] { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  /// Writes a file, and answers its path.
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Files.write(bytes, to: "\(path)/\(name)")
    return "\(path)/\(name)"
  }
}
