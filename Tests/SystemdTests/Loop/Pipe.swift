import Glibc

/// A pipe whose ends do not block.
final class Pipe: Sendable {
  let reading: CInt
  let writing: CInt

  /// The corresponding C function is `pipe`.
  init() {
    var ends: [CInt] = [-1, -1]
    unsafe pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// What is in the pipe; the corresponding C function is `read`.
  func read() -> String {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = unsafe Glibc.read(reading, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// Blocks the thread until there is something to read; the corresponding C function is `poll`.
  func waitUntilReadable() {
    var entry = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    unsafe poll(&entry, 1, -1)
  }

  /// The corresponding C function is `write`.
  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(writing, bytes, bytes.count)
  }

  /// Writes until nothing more fits.
  func fill() {
    let bytes = [UInt8](repeating: 0, count: 65536)
    while unsafe Glibc.write(writing, bytes, bytes.count) > 0 {}
  }
}
