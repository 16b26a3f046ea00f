import Glibc

extension SmallFile {
  /// Where a symbolic link leads, as it says itself.
  ///
  /// The corresponding C function is `readlink`.
  package static func target(of path: String) throws(Failure) -> String {
    var code: CInt = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      let got = unsafe buffer.withMemoryRebound(to: CChar.self) { letters in
        guard let start = letters.baseAddress else { return -1 }
        return unsafe readlink(path, start, letters.count)
      }
      code = got < 0 ? errno : 0
      count = max(0, got)
    }
    guard code == 0 else { throw Failure(path: path, reason: .errno(code)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number of lines of a file that may be too large to keep; nil when it has more than `limit` bytes.
  ///
  /// The corresponding C functions are `open` and `read`.
  package static func lineCount(_ path: String, limit: Int) throws(Failure) -> Int? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Failure(path: path, reason: .errno(errno)) }
    defer { close(descriptor) }
    var (lines, total) = (0, 0)
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = unsafe Glibc.read(descriptor, &piece, piece.count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw Failure(path: path, reason: .errno(errno)) }
      if got == 0 { return lines }
      total += got
      guard total <= limit else { return nil }
      let bytes = piece.span
      for index in 0..<min(got, bytes.count) where bytes[index] == UInt8(ascii: "\n") { lines += 1 }
    }
  }
}
