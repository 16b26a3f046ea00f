import CShims
import Glibc

/// A directory that is taken for the root of everything, such as a container's: no path leads out of it.
///
/// What lies in there was written by others. Only regular files are opened, so that nothing is set off and nobody waits.
package final class RootedFolder: Sendable {
  package let path: String
  private let descriptor: CInt

  /// `O_PATH`, which Glibc's module does not have.
  private static let onlyThePlace = CInt(0o10000000)

  /// The corresponding C function is `open`.
  package init(_ path: String) throws(SmallFile.Failure) {
    // O_PATH would leave the right to look into it untested until the first file.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SmallFile.Failure(path: path, reason: .errno(errno)) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// The whole file at a path of that root.
  ///
  /// The corresponding C functions are `openat2`, `fstat` and `read`.
  package func read(_ file: String, limit: Int) throws(SmallFile.Failure) -> [UInt8] {
    let descriptor = try open(file, O_RDONLY)
    defer { close(descriptor) }
    return try SmallFile.read(descriptor, file, limit: limit)
  }

  /// The names in a directory, at most that many.
  ///
  /// The corresponding C functions are `openat2`, `fdopendir` and `readdir`.
  package func names(in directory: String, limit: Int) throws(SmallFile.Failure) -> [String] {
    let descriptor = try descriptor(of: directory, CInt(O_RDONLY) | CInt(O_DIRECTORY))
    guard let stream = unsafe fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw SmallFile.Failure(path: directory, reason: .errno(code))
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Looks what it is before it opens it: opening a device or a pipe may do something.
  private func open(_ file: String, _ flags: CInt) throws(SmallFile.Failure) -> CInt {
    let place = try descriptor(of: file, Self.onlyThePlace)
    defer { close(place) }
    var status = stat()
    guard unsafe fstat(place, &status) == 0 else {
      throw SmallFile.Failure(path: file, reason: .errno(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SmallFile.Failure(path: file, reason: .notRegular)
    }
    let descriptor = unsafe Glibc.open("/proc/self/fd/\(place)", flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SmallFile.Failure(path: file, reason: .errno(errno)) }
    return descriptor
  }

  private func descriptor(of file: String, _ flags: CInt) throws(SmallFile.Failure) -> CInt {
    guard !file.utf8.contains(0) else { throw SmallFile.Failure(path: file, reason: .errno(EINVAL)) }
    let opened = unsafe shim_open_in_root(descriptor, file, UInt64(flags | O_CLOEXEC))
    guard opened >= 0 else { throw SmallFile.Failure(path: file, reason: .errno(errno)) }
    return opened
  }
}
