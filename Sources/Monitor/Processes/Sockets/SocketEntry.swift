/// One socket of TCP, as the kernel lists it.
struct SocketEntry: Sendable, Hashable {
  /// What only netlink tells of a socket that is still somebody's.
  struct Traffic: Sendable, Hashable {
    var receivedBytes: UInt64
    /// Those that the other side has acknowledged.
    var sentBytes: UInt64
    var roundTripMicroseconds: UInt32
    var retransmits: UInt32
    var millisecondsSinceAcknowledgement: UInt32
  }

  let state: UInt8
  let local: SocketAddress
  let remote: SocketAddress
  let inode: UInt32
  /// Never another socket's while the kernel runs; 0 where it is not told.
  let cookie: UInt64
  let traffic: Traffic?
}
