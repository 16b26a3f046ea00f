import Glibc

/// A TCP connection to the server, byte by byte. Every read ends after a minute at the latest.
final class RawClient: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let call: String
    let code = errno

    var description: String {
      unsafe "\(call) failed: \(String(cString: strerror(code)))"
    }
  }

  let descriptor: CInt

  init(port: UInt16, receiveBuffer: CInt? = nil) throws {
    descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Failure(call: "socket") }
    if var size = receiveBuffer {
      unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<CInt>.size))
    }
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let failed = unsafe withUnsafePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard failed == 0 else {
      let failure = Failure(call: "connect")
      close(descriptor)
      throw failure
    }
  }

  deinit {
    close(descriptor)
  }

  func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard sent > 0 else { throw Failure(call: "send") }
      rest = rest.dropFirst(sent)
    }
  }

  func finishSending() {
    shutdown(descriptor, CInt(SHUT_WR))
  }

  /// Nil at the end of the stream, also when the other side broke it off.
  func receive(atMost count: Int = 65_536) throws -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let received = unsafe recv(descriptor, &bytes, count, 0)
    if received < 0, errno == ECONNRESET || errno == EPIPE { return nil }
    guard received >= 0 else { throw Failure(call: "recv") }
    return received == 0 ? nil : Array(bytes.prefix(received))
  }

  func receiveToEnd() async throws -> String {
    try await offPool { [self] in
      var all: [UInt8] = []
      while let part = try receive() { all += part }
      return String(decoding: all, as: UTF8.self)
    }
  }

  /// One response with a Content-Length; what follows it stays unread only if it was not sent yet.
  func receiveResponse() async throws -> String {
    try await offPool { [self] in
      var text = ""
      while true {
        guard let part = try receive() else { return text }
        text += String(decoding: part, as: UTF8.self)
        guard
          let headers = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
            .first,
          headers.count < text.count,
          let line = headers.split(separator: "\r\n").first(where: {
            $0.lowercased().hasPrefix("content-length:")
          }),
          let length = Int(line.split(separator: " ").last ?? "")
        else { continue }
        if text.utf8.count - headers.utf8.count - 4 >= length { return text }
      }
    }
  }
}
