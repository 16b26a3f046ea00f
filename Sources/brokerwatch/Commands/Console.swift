import Systemd

/// What commands say to whoever typed them.
enum Console {
  /// What was asked for, on standard output.
  static func tell(_ text: String) -> CInt {
    print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
    return 0
  }

  /// What is wrong, on standard error.
  static func complain(_ text: String, status: CInt) -> CInt {
    _ = StandardError.write(Array((text + "\n").utf8))
    return status
  }
}
