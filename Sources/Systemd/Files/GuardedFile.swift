import Glibc

/// A file in a folder where others may put what they like: a link, a pipe, a huge one, somebody else's.
package enum GuardedFile {
  /// The bytes of a regular file of `owner` that is no larger than `limit`; no link is followed below `root`.
  ///
  /// The corresponding C functions are `openat`, `fstat` and `read`.
  package static func read(
    root: String, path: [String], owner: UInt32?, limit: Int
  ) throws(SmallFile.Failure) -> [UInt8] {
    let whole = ([root] + path).joined(separator: "/")
    var descriptor = unsafe open(root, O_PATH_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(whole) }
    for (index, name) in path.enumerated() {
      let isLast = index == path.count - 1
      // A pipe must not hold us.
      let flags = isLast ? O_RDONLY | O_NONBLOCK : O_PATH_DIRECTORY
      let next = unsafe openat(descriptor, name, flags | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(descriptor)
      guard next >= 0 else { throw SmallFile.Failure(path: whole, reason: .errno(code)) }
      descriptor = next
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(whole) }
    guard status.st_mode & S_IFMT == S_IFREG, owner.map({ $0 == status.st_uid }) ?? true else {
      throw SmallFile.Failure(path: whole, reason: .errno(ENOENT))
    }
    guard status.st_size <= limit else {
      throw SmallFile.Failure(path: whole, reason: .tooLarge(limit: limit))
    }
    return try bytes(of: descriptor, whole, limit: limit)
  }

  /// Folders on the way need only be passed through, not read.
  private static let O_PATH_DIRECTORY = CInt(0o10000000) | O_DIRECTORY

  private static func bytes(
    of descriptor: CInt, _ path: String, limit: Int
  ) throws(SmallFile.Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe Glibc.read(descriptor, &piece, piece.count)
      if count == 0 { return bytes }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      bytes += piece.prefix(count)
      guard bytes.count <= limit else { throw SmallFile.Failure(path: path, reason: .tooLarge(limit: limit)) }
    }
  }

  private static func failure(_ path: String) -> SmallFile.Failure {
    SmallFile.Failure(path: path, reason: .errno(errno))
  }
}
