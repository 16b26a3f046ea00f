/// The unit of the stream, both ways: a length of four bytes and as many bytes.
package enum Frame {
  /// What `fill` writes, with its length in front.
  package static func write(
    _ fill: (inout ByteWriter) throws(WireError) -> Void
  ) throws(WireError) -> [UInt8] {
    var writer = ByteWriter()
    writer.integer(0 as Int32)
    try fill(&writer)
    guard let length = Int32(exactly: writer.count - 4) else {
      throw WireError(.notExpressible("\(writer.count) bytes are too many for a frame"), at: 0)
    }
    writer.patch(length, at: 0)
    return writer.bytes
  }

  /// By which a reply finds its request; `nil` where the payload is too short to have one.
  package static func correlationID(of payload: [UInt8]) -> Int32? {
    var cursor = ByteCursor(payload)
    return try? cursor.integer()
  }
}
