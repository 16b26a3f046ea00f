import Glibc

/// Small files of the kernel and of people, read whole.
package enum SmallFile {
  package struct Failure: Error, Hashable, CustomStringConvertible {
    package let path: String
    package let reason: Reason

    package enum Reason: Sendable, Hashable {
      case errno(CInt)
      case tooLarge(limit: Int)
      case notRegular
    }

    /// What is to be done about it depends on no more than this.
    package enum Kind: Sendable, Hashable {
      case denied
      /// It is not there, or what it belongs to is not there any more.
      case absent
      case unsupported
      case tooLarge
      case other
    }

    package var kind: Kind {
      switch reason {
      case .tooLarge: .tooLarge
      case .errno(EACCES), .errno(EPERM): .denied
      case .errno(ENOENT), .errno(ESRCH), .errno(ENOTDIR): .absent
      case .errno(EOPNOTSUPP), .errno(EINVAL): .unsupported
      case .errno, .notRegular: .other
      }
    }

    package var description: String {
      switch reason {
      case .errno(let code): "cannot read \(path): \(unsafe String(cString: strerror(code)))"
      case .tooLarge(let limit): "cannot read \(path): it is larger than \(limit) bytes"
      case .notRegular: "cannot read \(path): it is no regular file"
      }
    }
  }

  /// The whole file, read in pieces until its end: files in `/proc` have no size.
  ///
  /// The corresponding C functions are `open` and `read`.
  package static func read(_ path: String, limit: Int = 1 << 20) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Failure(path: path, reason: .errno(errno)) }
    defer { close(descriptor) }
    return try read(descriptor, path, limit: limit)
  }

  static func read(_ descriptor: CInt, _ path: String, limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = 4096
      var code: CInt = 0
      let start = bytes.count
      unsafe bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
          let got = unsafe Glibc.read(descriptor, buffer.baseAddress, piece)
          code = got < 0 ? errno : 0
          count = max(0, got)
        })
      if code == EINTR { continue }
      if code != 0 { throw Failure(path: path, reason: .errno(code)) }
      if bytes.count == start { return bytes }
      if bytes.count > limit { throw Failure(path: path, reason: .tooLarge(limit: limit)) }
    }
  }

  /// The number of entries of a directory, `.` and `..` left out.
  ///
  /// The corresponding C functions are `opendir` and `readdir`.
  package static func entryCount(_ path: String) throws(Failure) -> Int {
    guard let directory = unsafe opendir(path) else { throw Failure(path: path, reason: .errno(errno)) }
    defer { unsafe closedir(directory) }
    var count = 0
    while unsafe readdir(directory) != nil { count += 1 }
    return max(0, count - 2)
  }
}
