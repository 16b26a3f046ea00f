import Glibc

/// The three descriptors that a process expects to find open.
package enum StandardStreams {
  /// Opens `/dev/null` where one is missing, or the next file or socket would take its place, and log lines would go
  /// there; and makes a write to a reader that is gone an error instead of the end.
  ///
  /// Call it in main before anything else. The corresponding C functions are `fcntl`, `open` and `signal`.
  package static func secure() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// False when the text could not be written whole: its reader is gone or its disk is full.
  ///
  /// The corresponding C function is `write`.
  package static func tell(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
