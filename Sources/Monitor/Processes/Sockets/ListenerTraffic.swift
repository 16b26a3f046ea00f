import Model

/// The bytes of a broker's listeners, summed over connections that come and go.
///
/// What a connection carries between its last reading and its end is not seen.
struct ListenerTraffic: Sendable {
  private struct Bytes: Sendable {
    var received: UInt64
    var sent: UInt64
  }

  private var last: [UInt64: Bytes]?
  private var totals: [String: Bytes] = [:]
  /// Whether what the first reading shows happened while we watched.
  private let countsFirst: Bool

  init(countsFirst: Bool) {
    self.countsFirst = countsFirst
  }

  /// Takes the connections of all listeners at once.
  mutating func take(_ connections: [(listener: String, entry: SocketEntry)], of listeners: [String]) {
    for listener in listeners where totals[listener] == nil { totals[listener] = Bytes(received: 0, sent: 0) }
    var now: [UInt64: Bytes] = [:]
    for (listener, entry) in connections {
      guard let traffic = entry.traffic else { continue }
      now[entry.cookie] = Bytes(received: traffic.receivedBytes, sent: traffic.sentBytes)
      guard last != nil || countsFirst else { continue }
      let before = last?[entry.cookie] ?? Bytes(received: 0, sent: 0)
      totals[listener]?.received &+= Self.growth(traffic.receivedBytes, since: before.received)
      totals[listener]?.sent &+= Self.growth(traffic.sentBytes, since: before.sent)
    }
    last = now
  }

  var counters: [ProcessCounter: UInt64] {
    var counters: [ProcessCounter: UInt64] = [:]
    for (listener, bytes) in totals {
      counters[.receivedBytes(listener: listener)] = bytes.received
      counters[.sentBytes(listener: listener)] = bytes.sent
    }
    return counters
  }

  private static func growth(_ now: UInt64, since before: UInt64) -> UInt64 {
    now >= before ? now - before : 0
  }
}
