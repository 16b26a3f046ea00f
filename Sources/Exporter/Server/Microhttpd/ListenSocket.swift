import Glibc

/// A listening TCP socket; closed with its last owner. Any thread may use it.
final class ListenSocket: Sendable {
  let descriptor: CInt
  /// Somebody else (systemd) holds it too, and queues connections there while nobody serves them.
  private let isShared: Bool

  /// Takes over a socket that listens already, as systemd hands it over.
  init(adopting descriptor: CInt) {
    self.descriptor = descriptor
    isShared = true
    Self.makeNonBlocking(descriptor)
  }

  init(_ address: ListenAddress) throws(ServerError) {
    descriptor = try Self.bound(address)
    isShared = false
    Self.makeNonBlocking(descriptor)
  }

  deinit {
    close(descriptor)
  }

  /// The corresponding C function is `dup`, with close-on-exec.
  func duplicate() -> CInt? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    return copy < 0 ? nil : copy
  }

  /// From now on the kernel refuses connections, though descriptors of this socket may still be open.
  func stopListening() {
    guard !isShared else { return }
    shutdown(descriptor, CInt(SHUT_RDWR))
  }

  /// The port that the kernel chose where port 0 was asked for; nil for a socket that has none.
  var port: UInt16? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let failed = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &length)
      }
    }
    guard failed == 0, [AF_INET, AF_INET6].contains(CInt(address.ss_family)) else { return nil }
    // Both families keep the port in the same place.
    return unsafe withUnsafeBytes(of: address) {
      UInt16(bigEndian: unsafe $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
    }
  }
}

extension ListenSocket {
  private static func makeNonBlocking(_ descriptor: CInt) {
    // A client that is gone before its accept must not leave the server waiting in it.
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  private static func bound(_ address: ListenAddress) throws(ServerError) -> CInt {
    var hints = unsafe addrinfo()
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    unsafe hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
    unsafe hints.ai_family = AF_UNSPEC
    var list: UnsafeMutablePointer<addrinfo>?
    // "::" takes IPv4 too, which "0.0.0.0" would not do for IPv6.
    let failure = unsafe getaddrinfo(address.host ?? "::", String(address.port), &hints, &list)
    defer { if let list = unsafe list { unsafe freeaddrinfo(list) } }
    guard failure == 0 else {
      throw .cannotListen(address: "\(address)", reason: unsafe String(cString: gai_strerror(failure)))
    }
    var reason = "no address was found"
    var next = unsafe list
    while let candidate = unsafe next {
      switch unsafe listening(on: candidate.pointee, dualStack: address.host == nil) {
      case .success(let descriptor): return descriptor
      case .failure(let errno): reason = errno.text
      }
      unsafe next = candidate.pointee.ai_next
    }
    guard address.host != nil else {
      // A kernel without IPv6.
      return try bound(ListenAddress(host: "0.0.0.0", port: address.port))
    }
    throw .cannotListen(address: "\(address)", reason: reason)
  }

  private struct Errno: Error {
    let code = errno

    var text: String {
      unsafe String(cString: strerror(code))
    }
  }

  private static func listening(on candidate: addrinfo, dualStack: Bool) -> Result<CInt, Errno> {
    let kind = unsafe candidate.ai_socktype | CInt(SOCK_CLOEXEC.rawValue)
    let descriptor = unsafe socket(candidate.ai_family, kind, candidate.ai_protocol)
    guard descriptor >= 0 else { return .failure(Errno()) }
    set(SOL_SOCKET, SO_REUSEADDR, 1, on: descriptor)
    if unsafe candidate.ai_family == AF_INET6 {
      set(CInt(IPPROTO_IPV6), IPV6_V6ONLY, dualStack ? 0 : 1, on: descriptor)
    }
    guard unsafe bind(descriptor, candidate.ai_addr, candidate.ai_addrlen) == 0,
      listen(descriptor, SOMAXCONN) == 0
    else {
      let errno = Errno()
      close(descriptor)
      return .failure(errno)
    }
    return .success(descriptor)
  }

  private static func set(_ level: CInt, _ option: CInt, _ value: CInt, on descriptor: CInt) {
    var value = value
    _ = unsafe setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<CInt>.size))
  }
}
