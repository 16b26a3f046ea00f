/// Names one connection for as long as the process lives; sockets' numbers are used again.
struct ConnectionID: Sendable, Hashable, Comparable {
  let number: UInt64

  static func < (left: ConnectionID, right: ConnectionID) -> Bool {
    left.number < right.number
  }
}
