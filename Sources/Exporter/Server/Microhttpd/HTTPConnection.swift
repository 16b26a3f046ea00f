import CMicrohttpd
import CShims
import Glibc
import Model

/// One connection as MHD knows it. It is valid from `opened` to `closed`, and between a suspension and its
/// resumption; only `resume` may be called from another thread than MHD's.
@safe struct HTTPConnection: Sendable {
  /// An integer, because a pointer is not `Sendable`.
  private let address: UInt

  init(_ connection: OpaquePointer) {
    address = UInt(bitPattern: connection)
  }

  private var pointer: OpaquePointer? {
    unsafe OpaquePointer(bitPattern: address)
  }

  var socket: CInt {
    guard let pointer = unsafe pointer else { return -1 }
    return unsafe shim_MHD_connection_socket(pointer)
  }

  /// What `opened` left with this connection.
  var context: ConnectionContext? {
    guard let pointer = unsafe pointer, let context = unsafe shim_MHD_connection_context(pointer) else {
      return nil
    }
    return unsafe Unmanaged<ConnectionContext>.fromOpaque(context).takeUnretainedValue()
  }

  /// Nil on a connection without TLS.
  var session: TLSSession? {
    guard let pointer = unsafe pointer, let session = unsafe shim_MHD_connection_session(pointer) else {
      return nil
    }
    return unsafe TLSSession(OpaquePointer(session))
  }

  var peer: PeerAddress {
    guard let pointer = unsafe pointer, let address = unsafe shim_MHD_connection_peer(pointer) else {
      return .unknown
    }
    switch unsafe CInt(address.pointee.sa_family) {
    case AF_INET: return unsafe .ipv4([UInt8](UnsafeRawBufferPointer(start: address, count: 8)[4...]))
    case AF_INET6: return unsafe .ipv6([UInt8](UnsafeRawBufferPointer(start: address, count: 24)[8...]))
    case AF_UNIX: return .local
    default: return .unknown
    }
  }

  /// The corresponding C function is `MHD_get_connection_values`.
  var headers: [HTTPServerRequest.Header] {
    guard let pointer = unsafe pointer else { return [] }
    var headers: [HTTPServerRequest.Header] = []
    unsafe withUnsafeMutablePointer(to: &headers) { list in
      _ = unsafe MHD_get_connection_values(
        pointer, .HEADER_KIND,
        { list, _, name, value in
          guard let name = unsafe name else { return .YES }
          let value = unsafe value.map { unsafe String(cString: $0) } ?? ""
          unsafe list?.assumingMemoryBound(to: [HTTPServerRequest.Header].self).pointee
            .append(.init(String(cString: name), value))
          return .YES
        }, list)
    }
    return headers
  }

  /// The corresponding C function is `MHD_suspend_connection`. Only inside `handle`.
  func suspend() {
    guard let pointer = unsafe pointer else { return }
    unsafe MHD_suspend_connection(pointer)
  }

  /// The corresponding C function is `MHD_resume_connection`. Once per suspension, from any thread.
  func resume() {
    guard let pointer = unsafe pointer else { return }
    unsafe MHD_resume_connection(pointer)
  }

  /// The corresponding C function is `MHD_queue_response`. Only inside `handle`; false closes the connection.
  func send(_ reply: HTTPServerReply) -> Bool {
    guard let pointer = unsafe pointer, let response = HTTPResponse(reply) else { return false }
    return unsafe response.queue(on: pointer, status: reply.status)
  }
}
