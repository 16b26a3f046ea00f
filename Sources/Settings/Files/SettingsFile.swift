import Glibc

/// Reads whole small files; this file wraps the C library's calls for that.
package enum SettingsFile {
  /// The file's content; it may be a pipe, but not a directory.
  ///
  /// The corresponding C functions are `open`, `fstat`, `read` and `close`.
  package static func read(_ path: String, limit: Int) throws(SettingsFileProblem) -> SettingsFileContent {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw SettingsFileProblem("has no possible file name")
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw problem(errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw problem(EISDIR) }
    let bytes = try readAll(descriptor, limit: limit)
    return SettingsFileContent(bytes: bytes, isWorldReadable: status.st_mode & S_IROTH != 0)
  }

  private static func readAll(_ descriptor: CInt, limit: Int) throws(SettingsFileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw problem(errno) }
      bytes += chunk.prefix(count)
      guard bytes.count <= limit else {
        throw SettingsFileProblem("has more than the \(limit) bytes that are read at most")
      }
    }
  }

  private static func problem(_ code: CInt) -> SettingsFileProblem {
    switch code {
    case ENOENT: SettingsFileProblem("does not exist")
    case EACCES, EPERM:
      SettingsFileProblem(
        "may not be read by the user with id \(geteuid()); change its owner or its mode, or that of a directory above"
      )
    case EISDIR: SettingsFileProblem("is a directory")
    default: unsafe SettingsFileProblem("cannot be read: \(String(cString: strerror(code)))")
    }
  }
}
