import Glibc

/// A file that exists as long as this value.
final class TemporaryFile {
  struct Failure: Error {}

  let path: String

  init(_ bytes: [UInt8], mode: mode_t) throws {
    path = "/tmp/brokerwatch-settings-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure() }
    defer { close(descriptor) }
    guard unsafe write(descriptor, bytes, bytes.count) == bytes.count, fchmod(descriptor, mode) == 0 else {
      throw Failure()
    }
  }

  deinit {
    _ = unsafe unlink(path)
  }
}
