import CSystemd
import Glibc

/// The kernel's own list of sockets, over netlink: `NETLINK_SOCK_DIAG`.
package enum SocketDiagnosis {
  private static let netlinkFamily: CInt = 16
  private static let socketDiagnosis: CInt = 4
  private static let attempt = "ask the kernel for its sockets"

  /// Sends a request and gives each datagram of the answer to `take`, until that answers false.
  ///
  /// The kernel makes the answer while it is read, so nothing is waited for; the timeout is for a kernel that errs.
  /// The corresponding C functions are `socket`, `send` and `recv`.
  package static func ask(
    _ request: [UInt8], _ take: (Span<UInt8>) -> Bool
  ) throws(SystemError) {
    let descriptor = socket(
      netlinkFamily, CInt(SOCK_RAW.rawValue | SOCK_CLOEXEC.rawValue), socketDiagnosis)
    guard descriptor >= 0 else { throw failure("socket") }
    defer { close(descriptor) }
    var timeout = timeval(tv_sec: 2, tv_usec: 0)
    guard
      unsafe setsockopt(
        descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size)) == 0
    else { throw failure("setsockopt") }
    guard unsafe send(descriptor, request, request.count, 0) == request.count else { throw failure("send") }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure("recv") }
      let bytes = buffer.span
      guard take(bytes.extracting(0..<min(count, bytes.count))) else { return }
    }
  }

  private static func failure(_ function: String) -> SystemError {
    SystemError(attempt, .call(function, code: errno))
  }
}
