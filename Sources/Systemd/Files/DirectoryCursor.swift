import Glibc

/// Goes through the entries of one open directory, and looks at each relative to it, without building paths.
@safe package final class DirectoryCursor {
  package enum Kind: Sendable {
    case directory
    case other
    /// The file system does not say it with the name.
    case unknown
  }

  package let facts: FileFacts
  private let directory: OpaquePointer
  private let descriptor: CInt
  private var entry: UnsafeMutablePointer<dirent>?

  /// The directory with this path; links are followed.
  package convenience init(_ path: String) throws(SystemError) {
    try self.init(path, below: AT_FDCWD, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  /// The directory with this path below another one; a link is none.
  package convenience init(_ path: String, below parent: DirectoryCursor) throws(SystemError) {
    try self.init(path, below: parent.descriptor, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
  }

  /// The corresponding C functions are `openat`, `fstat` and `fdopendir`.
  private init(_ path: String, below parent: CInt, _ flags: CInt) throws(SystemError) {
    let descriptor = unsafe openat(parent, path, flags)
    guard descriptor >= 0 else { throw SystemError("open \(path)", .call("openat", code: errno)) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, let directory = unsafe fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw SystemError("read \(path)", .call("fdopendir", code: code))
    }
    facts = FileFacts(status)
    unsafe self.directory = directory
    self.descriptor = descriptor
  }

  deinit {
    unsafe closedir(directory)
  }

  /// Steps to the next entry, `.` and `..` left out; false at the end.
  ///
  /// The corresponding C function is `readdir`.
  package func next() throws(SystemError) -> Bool {
    repeat {
      errno = 0
      unsafe entry = readdir(directory)
      if unsafe entry == nil {
        guard errno == 0 else { throw SystemError("read a directory", .call("readdir", code: errno)) }
        return false
      }
    } while isDot
    return true
  }

  package var kind: Kind {
    switch unsafe entry.map({ unsafe Int($0.pointee.d_type) }) ?? DT_UNKNOWN {
    case DT_DIR: .directory
    case DT_UNKNOWN: .unknown
    default: .other
    }
  }

  package var name: String {
    unsafe characters.map { unsafe String(cString: $0) } ?? ""
  }

  package func nameEnds(with suffix: [UInt8]) -> Bool {
    guard let name = unsafe characters else { return false }
    let length = unsafe strlen(name)
    guard length >= suffix.count else { return false }
    return unsafe memcmp(name + (length - suffix.count), suffix, suffix.count) == 0
  }

  /// What the kernel knows of the entry; nil if it is gone meanwhile.
  ///
  /// The corresponding C function is `fstatat`.
  package func look() throws(SystemError) -> FileFacts? {
    guard let name = unsafe characters else { return nil }
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw SystemError("look at a file", .call("fstatat", code: errno))
    }
    return FileFacts(status)
  }

  private var isDot: Bool {
    guard let name = unsafe characters, unsafe name[0] == CChar(bitPattern: UInt8(ascii: ".")) else {
      return false
    }
    return unsafe name[1] == 0 || (name[1] == name[0] && name[2] == 0)
  }

  private var characters: UnsafePointer<CChar>? {
    guard let entry = unsafe entry, let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
    return unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
  }
}
