import Glibc

/// A directory that this process alone keeps files in; every file there is whole, whatever happens.
package final class StateFolder: Sendable {
  package let path: String
  /// Keeps the lock on the directory.
  private let descriptor: CInt

  /// Makes the directory and what is missing above it, and locks it until this is released.
  ///
  /// The corresponding C functions are `mkdir`, `open` and `flock`.
  package init(_ path: String) throws(SystemError) {
    try Self.make(path)
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure("open", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK
        ? SystemError(
          "use the state directory \(path)", .refused("another program has locked it"),
          advice: "Give each Brokerwatch a state_directory of its own.")
        : SystemError("use the state directory \(path)", .call("flock", code: code))
    }
    guard unsafe faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
      let code = errno
      close(descriptor)
      throw SystemError(
        "use the state directory \(path)", .call("faccessat", code: code), advice: Self.advice)
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// A file's bytes, nil if there is none; a link, and a file of somebody else, is not read.
  ///
  /// The corresponding C functions are `openat`, `fstat` and `read`.
  package func read(_ name: String, limit: Int) throws(StateFileProblem) -> [UInt8]? {
    // A pipe with that name must not hold us.
    let file = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      switch errno {
      case ENOENT: return nil
      case ELOOP: throw .foreign("it is a symbolic link")
      default: throw .unreadable(SystemError("read \(path)/\(name)", .call("openat", code: errno)))
      }
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else {
      throw .unreadable(SystemError("read \(path)/\(name)", .call("fstat", code: errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign("it is no regular file") }
    guard status.st_uid == geteuid() else {
      throw .foreign("it belongs to the user with id \(status.st_uid)")
    }
    guard status.st_size <= limit else { throw .foreign("it is larger than \(limit) bytes") }
    return try bytes(of: file, name, limit: limit)
  }

  /// Replaces a file whole: whoever reads it, even after a power cut, sees the old bytes or the new ones.
  ///
  /// The corresponding C functions are `openat`, `write`, `fsync` and `renameat`.
  package func replace(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    let draft = ".\(name).new"
    // Of a run that ended while it wrote; nobody else writes here.
    unsafe unlinkat(descriptor, draft, 0)
    let file = unsafe openat(
      descriptor, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(0o640))
    guard file >= 0 else { throw failure("openat", name) }
    do throws(SystemError) {
      // The process's mask may have taken bits away.
      guard fchmod(file, 0o640) == 0 else { throw failure("fchmod", name) }
      try write(bytes, to: file, name)
      guard fsync(file) == 0 else { throw failure("fsync", name) }
    } catch {
      close(file)
      unsafe unlinkat(descriptor, draft, 0)
      throw error
    }
    close(file)
    guard unsafe renameat(descriptor, draft, descriptor, name) == 0 else { throw failure("renameat", name) }
    // Not everywhere can a directory be synchronized, and the file is good either way.
    fsync(descriptor)
  }

  /// Gives a file another name, so that a new one can take its place and people can look at it; answers that name.
  package func setAside(_ name: String) throws(SystemError) -> String {
    let aside = "\(name).bad"
    guard unsafe renameat(descriptor, name, descriptor, aside) == 0 else { throw failure("renameat", name) }
    return aside
  }
}

extension StateFolder {
  fileprivate static let advice =
    "Make it writable for the user that runs Brokerwatch, or name another state_directory."

  /// Private to its user as far as it is new.
  private static func make(_ path: String) throws(SystemError) {
    guard path.hasPrefix("/") || !path.isEmpty, !path.utf8.contains(0) else {
      throw SystemError("use the state directory", .refused("its path is empty or has a zero byte"))
    }
    guard unsafe mkdir(path, 0o750) != 0, errno != EEXIST else { return }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    guard errno == ENOENT, !parent.isEmpty, parent != path else { throw failure("mkdir", path) }
    try make(parent)
    guard unsafe mkdir(path, 0o750) == 0 || errno == EEXIST else { throw failure("mkdir", path) }
  }

  private static func failure(_ function: String, _ path: String) -> SystemError {
    SystemError("use the state directory \(path)", .call(function, code: errno), advice: advice)
  }

  private func failure(_ function: String, _ name: String) -> SystemError {
    SystemError("write \(path)/\(name)", .call(function, code: errno))
  }

  private func bytes(of file: CInt, _ name: String, limit: Int) throws(StateFileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe Glibc.read(file, &piece, piece.count)
      if count == 0 { return bytes }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw .unreadable(SystemError("read \(path)/\(name)", .call("read", code: errno)))
      }
      bytes += piece.prefix(count)
      guard bytes.count <= limit else { throw .foreign("it is larger than \(limit) bytes") }
    }
  }

  private func write(_ bytes: [UInt8], to file: CInt, _ name: String) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Glibc.write(file, all.baseAddress?.advanced(by: written), all.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure("write", name) }
      written += count
    }
  }
}
