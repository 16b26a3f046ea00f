/// Who is at the other end of a connection.
package enum PeerAddress: Sendable, Hashable {
  /// Four bytes in network order.
  case ipv4([UInt8])
  /// Sixteen bytes in network order.
  case ipv6([UInt8])
  /// A unix socket: whoever may open it is on this host.
  case local
  case unknown

  package var isLoopback: Bool {
    switch self {
    case .ipv4(let bytes): bytes.first == 127
    case .ipv6(let bytes):
      // A dual-stack socket shows IPv4 peers as ::ffff:a.b.c.d.
      bytes == Self.ipv6Loopback || (bytes.prefix(12).elementsEqual(Self.mappedPrefix) && bytes[12] == 127)
    case .local: true
    case .unknown: false
    }
  }

  private static let ipv6Loopback: [UInt8] = Array(repeating: 0, count: 15) + [1]
  private static let mappedPrefix: [UInt8] = Array(repeating: 0, count: 10) + [0xff, 0xff]
}
