import CSystemd
import Glibc

/// The datagram socket to the service manager.
///
/// The protocol is spoken here and not by `sd_notify`, because that reads `NOTIFY_SOCKET` anew each time: the variable
/// would have to stay in the environment, where every child finds it. Any thread may use it.
final class NotifySocket: Sendable {
  private let name: String
  private let descriptor: CInt

  /// How long a message may wait for a service manager that does not read.
  private static let patience = timeval(tv_sec: 1, tv_usec: 0)

  /// Takes a path, or a name in the abstract namespace that begins with `@`.
  ///
  /// The corresponding C function is `socket`.
  init(named name: String) throws(SystemError) {
    self.name = name
    descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    let code = errno
    guard descriptor >= 0 else { throw error(.call("socket", code: code)) }
    guard name.hasPrefix("/") || name.hasPrefix("@"), (2...Self.longestName).contains(name.utf8.count) else {
      throw error(.refused("NOTIFY_SOCKET is neither a path nor an abstract socket name"))
    }
    var patience = Self.patience
    let size = socklen_t(MemoryLayout<timeval>.size)
    guard unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size) == 0 else {
      throw error(.call("setsockopt", code: errno))
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Sends one message, addressed anew so that a service manager that has restarted gets it too.
  ///
  /// The corresponding C function is `sendto`.
  func send(_ message: String, waiting: Bool) throws(SystemError) {
    var (address, length) = Self.address(of: name)
    let bytes = Array(message.utf8)
    let flags = CInt(MSG_NOSIGNAL) | (waiting ? 0 : CInt(MSG_DONTWAIT))
    let code = unsafe withUnsafePointer(to: &address) { pointer -> CInt in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe sendto(descriptor, bytes, bytes.count, flags, address, length) < 0 ? errno : 0
      }
    }
    guard code == 0 else { throw error(.call("sendto", code: code)) }
  }

  /// One byte is left for the terminator.
  private static let longestName = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

  private static func address(of name: String) -> (sockaddr_un, socklen_t) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { path in
      unsafe path.copyBytes(from: name.utf8)
      // The first byte of an abstract name is NUL, and its length counts, since NULs may follow.
      if name.hasPrefix("@") { unsafe path[0] = 0 }
    }
    let length = MemoryLayout<sockaddr_un>.offset(of: \.sun_path).map { $0 + name.utf8.count } ?? 0
    return (address, socklen_t(length))
  }

  private func error(_ reason: SystemError.Reason) -> SystemError {
    SystemError("notify the service manager at '\(name)'", reason)
  }
}
