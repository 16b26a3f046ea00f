import Glibc

/// Standard error, written without ever waiting for its reader.
package enum StandardError {
  /// False when the reader is not keeping up: a monitor must not stand still because its log does.
  ///
  /// Poll first instead of `O_NONBLOCK`: that flag belongs to the open file, which the shell that started us shares. A
  /// pipe that is writable takes `PIPE_BUF` bytes at once; a socket is told not to wait.
  ///
  /// The corresponding C functions are `poll`, `send` and `write`.
  package static func write(_ line: [UInt8]) -> Bool {
    var entry = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard unsafe poll(&entry, 1, 0) == 1, entry.revents & Int16(POLLOUT) != 0 else { return false }
    return unsafe line.withUnsafeBytes { bytes in
      let sent = unsafe send(
        STDERR_FILENO, bytes.baseAddress, bytes.count, CInt(MSG_DONTWAIT) | CInt(MSG_NOSIGNAL))
      if sent == bytes.count { return true }
      guard sent < 0, errno == ENOTSOCK else { return false }
      return unsafe Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) == bytes.count
    }
  }

  /// Device and inode of the file behind it; the corresponding C function is `fstat`.
  package static var identity: (device: UInt64, inode: UInt64)? {
    var status = stat()
    guard unsafe fstat(STDERR_FILENO, &status) == 0 else { return nil }
    return (UInt64(status.st_dev), UInt64(status.st_ino))
  }
}
