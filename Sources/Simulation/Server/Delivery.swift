import Kafka

/// How an answer goes out.
struct Delivery: Equatable {
  var bytes: [UInt8]
  /// One byte at a time.
  var isDripped = false
  var closesAfterwards = false

  init(_ frame: [UInt8]) {
    bytes = frame
  }

  /// The answer as a broker with this fault sends it.
  init(_ frame: [UInt8], spoiledBy fault: Fault?) {
    bytes = frame
    switch fault {
    case .drip: isDripped = true
    case .closeMidFrame:
      bytes = Array(frame.prefix(max(5, frame.count / 2)))
      closesAfterwards = true
    case .wrongCorrelationID: bytes[7] ^= 0x55
    case .giantLength: bytes.replaceSubrange(0..<4, with: [0x7f, 0xff, 0xff, 0xff])
    case .truncatedMessage: reframe(Array(frame[4...].prefix(4 + max(0, frame.count - 8) / 2)))
    case .trailingBytes: reframe(frame[4...] + [0, 0, 0])
    case .refuse, .stall, .delay, .close, .error, nil: break
    }
  }

  private mutating func reframe(_ payload: [UInt8]) {
    var writer = ByteWriter()
    writer.integer(Int32(truncatingIfNeeded: payload.count))
    writer.append(payload)
    bytes = writer.bytes
  }
}
