import Systemd

/// What commands say to whoever typed them.
enum Console {
  /// What was asked for, on standard output.
  static func tell(_ text: String) -> CInt {
    guard StandardStreams.tell(text.hasSuffix("\n") ? text : text + "\n") else {
      return complain("brokerwatch: standard output cannot be written", status: 1)
    }
    return 0
  }

  /// What is wrong, on standard error.
  static func complain(_ text: String, status: CInt) -> CInt {
    _ = StandardError.write(Array((text + "\n").utf8))
    return status
  }
}
