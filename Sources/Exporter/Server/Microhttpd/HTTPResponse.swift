import CMicrohttpd
import CShims
import Model

/// One `MHD_Response`. MHD counts references: this one is given back at the end of its scope, the queue's own when
/// the last byte is out or the connection is gone.
@safe struct HTTPResponse: ~Copyable {
  /// Keeps the blocks alive for as long as MHD may read them; MHD's free callback releases it.
  private final class Blocks {
    let blocks: [ByteBlock]

    init(_ blocks: [ByteBlock]) {
      self.blocks = blocks
    }
  }

  private let response: OpaquePointer

  /// The corresponding C functions are `MHD_create_response_from_iovec` and `MHD_add_response_header`.
  init?(_ reply: HTTPServerReply) {
    let vectors = unsafe reply.body.map {
      unsafe MHD_IoVec(iov_base: $0.bytes.baseAddress, iov_len: $0.count)
    }
    let blocks = unsafe Unmanaged.passRetained(Blocks(reply.body))
    let response = unsafe MHD_create_response_from_iovec(
      vectors, CUnsignedInt(vectors.count), { unsafe Self.release($0) }, blocks.toOpaque())
    guard let response = unsafe response else {
      unsafe blocks.release()
      return nil
    }
    unsafe self.response = response
    for header in reply.headers {
      unsafe MHD_add_response_header(response, header.name, header.value)
    }
  }

  deinit {
    unsafe MHD_destroy_response(response)
  }

  private static func release(_ blocks: UnsafeMutableRawPointer?) {
    guard let blocks = unsafe blocks else { return }
    unsafe Unmanaged<Blocks>.fromOpaque(blocks).release()
  }

  /// The corresponding C function is `MHD_queue_response`.
  borrowing func queue(on connection: OpaquePointer, status: Int) -> Bool {
    unsafe MHD_queue_response(connection, CUnsignedInt(status), response) == .YES
  }
}
