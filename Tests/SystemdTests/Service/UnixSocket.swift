import CSystemd
import Glibc

/// A unix socket that a test binds or connects, under a path or, with `@` before it, an abstract name.
final class UnixSocket: Sendable {
  private let descriptor: CInt
  private let path: String?

  struct Failure: Error {
    let function: String
    let code: CInt
  }

  /// The corresponding C functions are `socket` and `bind`.
  init(bindingDatagrams name: String) throws {
    descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    path = name.hasPrefix("@") ? nil : name
    let result = unsafe Self.withAddress(of: name) { unsafe bind(descriptor, $0, $1) }
    if result != 0 { throw Failure(function: "bind", code: errno) }
  }

  /// The corresponding C functions are `socket` and `connect`.
  init(connectingTo name: String, datagrams: Bool) throws {
    let kind = datagrams ? SOCK_DGRAM : SOCK_STREAM
    descriptor = socket(AF_UNIX, CInt(kind.rawValue | SOCK_CLOEXEC.rawValue), 0)
    path = nil
    let result = unsafe Self.withAddress(of: name) { unsafe connect(descriptor, $0, $1) }
    if result != 0 { throw Failure(function: "connect", code: errno) }
    if datagrams { _ = unsafe send(descriptor, "x", 1, 0) }
  }

  deinit {
    close(descriptor)
    if let path { unsafe unlink(path) }
  }

  /// A datagram that has come, or nil; the corresponding C function is `recv`.
  func receive() -> String? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe recv(descriptor, &bytes, bytes.count, CInt(MSG_DONTWAIT))
    return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  private static func withAddress(
    of name: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
  ) -> CInt {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { path in
      unsafe path.copyBytes(from: name.utf8)
      if name.hasPrefix("@") { unsafe path[0] = 0 }
    }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + name.utf8.count)
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, length) }
    }
  }
}
