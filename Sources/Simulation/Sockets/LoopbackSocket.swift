import Glibc
import Systemd

/// A TCP socket on 127.0.0.1 that never blocks; closed when it is released.
final class LoopbackSocket: Sendable {
  enum Received {
    case bytes([UInt8])
    case nothingYet
    case end
  }

  let descriptor: CInt

  private init(_ descriptor: CInt) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// A socket that keeps a port, any free one for 0, from everybody else. As long as it is the only one there, who connects is refused.
  static func reserving(_ port: UInt16) throws(SystemError) -> LoopbackSocket {
    // The kernel lets sockets of one user share a port if they say so, even those of another process: this one does not say so.
    if port != 0 { _ = try bound(to: port, shared: false) }
    return try bound(to: port)
  }

  /// A socket with this port. When several are bound to it, connections go to the one that listens.
  ///
  /// The corresponding C functions are `socket`, `setsockopt` and `bind`.
  static func bound(to port: UInt16, shared: Bool = true) throws(SystemError) -> LoopbackSocket {
    let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
    let made = LoopbackSocket(socket(AF_INET, kind, 0))
    var on: CInt = 1
    var sharing: CInt = shared ? 1 : 0
    let size = socklen_t(MemoryLayout<CInt>.size)
    var address = address(port)
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe setsockopt(made.descriptor, SOL_SOCKET, SO_REUSEPORT, &sharing, size)
          | setsockopt(made.descriptor, SOL_SOCKET, SO_REUSEADDR, &on, size)
          | bind(made.descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      throw SystemError(
        "take port \(port) of 127.0.0.1", .call("bind", code: errno),
        advice: "Check with 'ss -ltn' whether another program listens there.")
    }
    return made
  }

  /// The corresponding C function is `getsockname`.
  var port: UInt16 {
    get throws(SystemError) {
      var address = Self.address(0)
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
          unsafe getsockname(descriptor, pointer, &size)
        }
      }
      guard status == 0 else { throw SystemError("find out a port", .call("getsockname", code: errno)) }
      return UInt16(bigEndian: address.sin_port)
    }
  }

  /// The corresponding C function is `listen`.
  func listen() throws(SystemError) {
    guard Glibc.listen(descriptor, 128) == 0 else {
      throw SystemError("listen on 127.0.0.1", .call("listen", code: errno))
    }
  }

  /// Ends listening at once, whoever else still holds the socket. The corresponding C function is `shutdown`.
  func refuseFromNowOn() {
    _ = shutdown(descriptor, CInt(SHUT_RDWR))
  }

  /// The corresponding C functions are `accept`, `fcntl` and `setsockopt`.
  func accept() -> LoopbackSocket? {
    let accepted = Glibc.accept(descriptor, nil, nil)
    guard accepted >= 0 else { return nil }
    _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
    _ = fcntl(accepted, F_SETFL, O_NONBLOCK)
    var on: CInt = 1
    unsafe setsockopt(accepted, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
    return LoopbackSocket(accepted)
  }

  /// The corresponding C function is `recv`.
  func receive(atMost limit: Int) -> Received {
    var code: CInt = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let got = unsafe recv(descriptor, buffer.baseAddress, limit, 0)
      code = got < 0 ? errno : 0
      count = max(0, got)
    }
    if code == EAGAIN || code == EINTR { return .nothingYet }
    return bytes.isEmpty ? .end : .bytes(bytes)
  }

  /// How many bytes went out; `nil`: the other side is gone. The corresponding C function is `send`.
  func send(_ bytes: ArraySlice<UInt8>) -> Int? {
    let sent = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.send(descriptor, buffer.baseAddress, buffer.count, CInt(MSG_NOSIGNAL))
    }
    if sent >= 0 { return sent }
    return errno == EAGAIN || errno == EINTR ? 0 : nil
  }

  private static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
  }
}
