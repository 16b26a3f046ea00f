/// Which sockets are of interest.
struct SocketPorts: Sendable, Hashable {
  /// Where brokers listen.
  var local: Set<UInt16>
  /// Where the brokers listen that they connect to.
  var remote: Set<UInt16>

  var isEmpty: Bool { local.isEmpty && remote.isEmpty }

  func contain(_ entry: SocketEntry) -> Bool {
    local.contains(entry.local.port) || remote.contains(entry.remote.port)
  }
}
