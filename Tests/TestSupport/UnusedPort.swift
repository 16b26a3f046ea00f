import Glibc

/// A port of 127.0.0.1 that nobody listens on, and that nobody else can take while this lives.
package final class UnusedPort: Sendable {
  package let number: UInt16
  private let descriptor: CInt

  /// Zero: any that is free.
  package init(_ wanted: UInt16 = 0) throws {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    address.sin_port = wanted.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    // Bound and never listening: connections are refused.
    let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, length) == 0 ? getsockname(descriptor, address, &length) : -1
      }
    }
    guard result == 0 else {
      let code = errno
      close(descriptor)
      throw FileError(path: "127.0.0.1:\(wanted)", code: code)
    }
    self.descriptor = descriptor
    number = UInt16(bigEndian: address.sin_port)
  }

  deinit {
    close(descriptor)
  }
}
