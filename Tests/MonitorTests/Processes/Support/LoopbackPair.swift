import Glibc

/// A listener on loopback, and connections to it that a test made.
final class LoopbackPair {
  let port: UInt16
  private let listener: CInt
  private var open: [CInt] = []

  struct Failure: Error {}

  init() throws {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    listener = descriptor
    var address = Self.loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, size) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isListening else { throw Failure() }
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit {
    for descriptor in open + [listener] { close(descriptor) }
  }

  /// Both ends of a new connection.
  func connect() throws -> (client: CInt, server: CInt) {
    let client = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = Self.loopback(port)
    let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe Glibc.connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    let server = accept(listener, nil, nil)
    guard isConnected, server >= 0 else { throw Failure() }
    open += [client, server]
    return (client, server)
  }

  /// Sends so many bytes and takes them at the other end.
  func pass(_ count: Int, from sender: CInt, to receiver: CInt) throws {
    let bytes = [UInt8](repeating: 1, count: count)
    guard unsafe send(sender, bytes, count, 0) == count else { throw Failure() }
    var buffer = [UInt8](repeating: 0, count: count)
    var taken = 0
    while taken < count {
      let got = unsafe recv(receiver, &buffer, count - taken, 0)
      guard got > 0 else { throw Failure() }
      taken += got
    }
  }

  func end(_ descriptor: CInt) {
    close(descriptor)
    open.removeAll { $0 == descriptor }
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
