import Glibc

/// Why something asked of the kernel or of libsystemd did not happen.
package struct SystemError: Error, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    /// The named C function failed with this `errno` code.
    case call(String, code: CInt)
    /// The event loop has been stopped, or is about to be.
    case loopStopped
    /// What was asked for cannot be had, for the reason in this half sentence.
    case refused(String)
  }

  /// What was attempted, worded to follow "Cannot".
  package let attempt: String
  package let reason: Reason
  /// What the reader may try, as a sentence.
  package let advice: String?

  package init(_ attempt: String, _ reason: Reason, advice: String? = nil) {
    self.attempt = attempt
    self.reason = reason
    self.advice = advice
  }

  /// The `errno` code, where a C function gave one.
  package var code: CInt? {
    guard case .call(_, let code) = reason else { return nil }
    return code
  }

  package var description: String {
    let cause =
      switch reason {
      case .call(let function, let code): "\(function) failed: \(Self.text(of: code)) (errno \(code))"
      case .loopStopped: "the event loop has stopped"
      case .refused(let why): why
      }
    return "Cannot \(attempt): \(cause)." + (advice.map { " " + $0 } ?? "")
  }

  /// The corresponding C function is `strerror_r`.
  private static func text(of code: CInt) -> String {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress, unsafe strerror_r(code, start, buffer.count) == 0 else {
        return "unknown error"
      }
      return unsafe String(cString: start)
    }
  }
}
