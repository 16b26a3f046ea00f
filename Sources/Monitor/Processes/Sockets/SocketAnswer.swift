/// The kernel's answer to a `SocketRequest`, datagram by datagram.
struct SocketAnswer: Sendable {
  enum Problem: Error, Hashable {
    /// The kernel refuses, with this `errno` code.
    case refused(Int32)
    case malformed
    case tooMany
  }

  private enum Kind {
    static let error: UInt16 = 2
    static let done: UInt16 = 3
    static let socket: UInt16 = 20
  }

  static let maxEntries = 200_000
  private static let headerSize = 16
  /// `inet_diag_msg`.
  private static let messageSize = 72

  private(set) var entries: [SocketEntry] = []
  private(set) var problem: Problem?
  /// Whether nothing more will come.
  private(set) var isComplete = false

  /// Answers whether more is to come.
  mutating func take(_ datagram: Span<UInt8>) -> Bool {
    var position = 0
    while position < datagram.count, !isComplete {
      guard let length = datagram.native(UInt32.self, at: position).map({ Int($0) }),
        let kind = datagram.native(UInt16.self, at: position + 4), length >= Self.headerSize,
        length <= datagram.count - position
      else { return fail(.malformed) }
      let body = datagram.extracting(position + Self.headerSize..<position + length)
      take(kind, body)
      position += (length + 3) & ~3
    }
    return !isComplete
  }

  private mutating func take(_ kind: UInt16, _ body: Span<UInt8>) {
    switch kind {
    case Kind.socket:
      guard entries.count < Self.maxEntries else { _ = fail(.tooMany); return }
      guard let entry = Self.entry(body) else { _ = fail(.malformed); return }
      entries.append(entry)
    case Kind.error, Kind.done:
      isComplete = true
      let code = body.native(UInt32.self, at: 0).map { Int32(bitPattern: $0) } ?? 0
      if code < 0 { problem = .refused(0 &- code) }
    default: break
    }
  }

  private mutating func fail(_ problem: Problem) -> Bool {
    self.problem = problem
    isComplete = true
    return false
  }

  private static func entry(_ body: Span<UInt8>) -> SocketEntry? {
    guard body.count >= messageSize, let local = address(body, host: 8, port: 4),
      let remote = address(body, host: 24, port: 6), let inode = body.native(UInt32.self, at: 68),
      let low = body.native(UInt32.self, at: 44), let high = body.native(UInt32.self, at: 48)
    else { return nil }
    return SocketEntry(
      state: body[1], local: local, remote: remote, inode: inode, cookie: UInt64(high) << 32 | UInt64(low),
      traffic: traffic(body.extracting(messageSize..<body.count)))
  }

  private static func address(_ body: Span<UInt8>, host: Int, port: Int) -> SocketAddress? {
    // On the wire's byte order.
    guard let port = body.integer(UInt16.self, at: port, isBigEndian: true),
      let high = body.integer(UInt64.self, at: host, isBigEndian: true),
      let low = body.integer(UInt64.self, at: host + 8, isBigEndian: true)
    else { return nil }
    return body[0] == SocketRequest.Family.ipv4.rawValue
      ? SocketAddress(ipv4: UInt32(truncatingIfNeeded: high >> 32), port: port)
      : SocketAddress(high: high, low: low, port: port)
  }

  /// Attributes follow each other, each with its length and kind; `tcp_info` is kind 2.
  private static func traffic(_ attributes: Span<UInt8>) -> SocketEntry.Traffic? {
    var position = 0
    while let length = attributes.native(UInt16.self, at: position).map({ Int($0) }),
      let kind = attributes.native(UInt16.self, at: position + 2), length >= 4,
      length <= attributes.count - position
    {
      if kind == 2 { return information(attributes.extracting(position + 4..<position + length)) }
      position += (length + 3) & ~3
    }
    return nil
  }

  /// `tcp_info`; before Linux 4.1 it ends before the bytes.
  private static func information(_ info: Span<UInt8>) -> SocketEntry.Traffic? {
    guard let acknowledged = info.native(UInt64.self, at: 120),
      let received = info.native(UInt64.self, at: 128),
      let roundTrip = info.native(UInt32.self, at: 68), let retransmits = info.native(UInt32.self, at: 100),
      let sinceAcknowledgement = info.native(UInt32.self, at: 56)
    else { return nil }
    return SocketEntry.Traffic(
      receivedBytes: received, sentBytes: acknowledged, roundTripMicroseconds: roundTrip,
      retransmits: retransmits, millisecondsSinceAcknowledgement: sinceAcknowledgement)
  }
}
