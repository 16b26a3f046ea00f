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

  /// Where a client on this host reaches it: a wildcard address becomes loopback, port 0 the one that the kernel chose.
  ///
  /// The corresponding C functions are `getsockname` and `getnameinfo`.
  var target: HealthTarget? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return unsafe withUnsafeMutablePointer(to: &address) { storage in
      unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard unsafe getsockname(descriptor, address, &length) == 0 else { return nil }
        switch unsafe CInt(storage.pointee.ss_family) {
        case AF_INET, AF_INET6: return unsafe Self.port(of: address, length)
        case AF_UNIX: return unsafe Self.path(of: address, length)
        default: return nil
        }
      }
    }
  }
}

extension ListenSocket {
  private static func port(of address: UnsafePointer<sockaddr>, _ length: socklen_t) -> HealthTarget? {
    var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    var service = [CChar](repeating: 0, count: Int(NI_MAXSERV))
    let failed = unsafe getnameinfo(
      address, length, &host, socklen_t(host.count), &service, socklen_t(service.count),
      NI_NUMERICHOST | NI_NUMERICSERV)
    guard failed == 0, let port = UInt16(text(service)) else { return nil }
    switch text(host) {
    case "0.0.0.0": return .port(host: "127.0.0.1", port)
    case "::": return .port(host: "::1", port)
    case let host: return .port(host: host, port)
    }
  }

  /// Nil for a name in the abstract namespace, which begins with a zero byte.
  private static func path(of address: UnsafePointer<sockaddr>, _ length: socklen_t) -> HealthTarget? {
    let start = MemoryLayout<sa_family_t>.size
    let bytes = unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(address), count: Int(length))
    let path = unsafe bytes.dropFirst(start).prefix { $0 != 0 }
    return unsafe path.isEmpty ? nil : .unixSocket(path: String(decoding: path, as: UTF8.self))
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
