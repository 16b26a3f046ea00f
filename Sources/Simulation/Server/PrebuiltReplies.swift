import Kafka

/// Encoded replies, kept for who asks the same again.
struct PrebuiltReplies {
  struct Key: Hashable {
    let broker: BrokerID
    /// With a zero for the correlation id.
    let request: [UInt8]

    init(_ broker: BrokerID, _ payload: [UInt8]) {
      self.broker = broker
      var request = payload
      for index in 4..<min(8, request.count) { request[index] = 0 }
      self.request = request
    }

    var api: APIKey? {
      var cursor = ByteCursor(request)
      return (try? cursor.integer(Int16.self)).flatMap(APIKey.init)
    }
  }

  private struct Entry {
    let request: PendingRequest
    var frame: [UInt8]
    var idleTicks = 0
  }

  private static let limit = 1000
  /// A reply that nobody has asked for this often is not brought up to date any more.
  private static let patience = 60

  private var entries: [Key: Entry] = [:]

  /// The reply to this request, if it was asked before.
  mutating func frame(for key: Key, _ payload: [UInt8]) -> [UInt8]? {
    guard var entry = entries[key] else { return nil }
    if entry.idleTicks > 0 {
      entry.idleTicks = 0
      entries[key] = entry
    }
    var frame = entry.frame
    frame.replaceSubrange(4..<8, with: payload[4..<8])
    return frame
  }

  mutating func keep(_ frame: [UInt8], of request: PendingRequest, for key: Key) {
    guard !request.request.changesCluster else { return }
    if entries.count >= Self.limit { entries = [:] }
    entries[key] = Entry(request: request, frame: frame)
  }

  mutating func removeAll() {
    entries = [:]
  }

  /// Brings up to date what time has changed.
  mutating func rebuild(from cluster: inout SimulatedCluster, at now: SimulatedClock) {
    for (key, entry) in entries where type(of: entry.request.request).showsTime {
      guard entry.idleTicks < Self.patience,
        case .reply(let frame) = entry.request.attempt(on: &cluster, at: now, error: nil)
      else {
        entries[key] = nil
        continue
      }
      entries[key]?.frame = frame
      entries[key]?.idleTicks += 1
    }
  }
}
